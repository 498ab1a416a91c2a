import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { allowed, type Verdict } from '#kernel/verdict.ts';
import { type Words, wordsOf } from './words-of.ts';

export interface ActionButtonProps extends Omit<ButtonProps, 'children' | 'disabled'> {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** The answer of the rule, the same the server gives. */
  readonly verdict?: Verdict;
  /** Words of the module by code. */
  readonly words?: Words;
  readonly isPending?: boolean;
  readonly type?: 'button' | 'submit';
}

/**
 * A button that, when its act is refused, stays in place greyed and says why: on hover, on focus, at a tap,
 * and to screen readers.
 */
export function ActionButton(props: ActionButtonProps) {
  const { children, onClick, verdict = allowed, words = {}, isPending = false, type = 'button', ...rest } = props;
  const id = useId();
  const [isTold, setTold] = useState(false);
  const reason = wordsOf(verdict, words);
  if (reason === undefined) {
    return (
      <Button {...rest} type={type} loading={isPending} {...(onClick && { onClick })}>
        {children}
      </Button>
    );
  }
  return (
    <>
      <Tooltip label={reason} withArrow {...(isTold && { opened: true })}>
        <Button
          {...rest}
          type="button"
          data-disabled
          aria-disabled
          aria-describedby={id}
          onClick={(event) => {
            event.preventDefault();
            setTold(true);
          }}
          onBlur={() => setTold(false)}
        >
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="visually-hidden">
        {reason}
      </span>
    </>
  );
}
