import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { ReadImport } from './review.tsx';

type Doubt = ReadImport['doubts'][number];
type Choice = Doubt['choices'][number];

export interface Decision {
  readonly doubtId: string;
  readonly choice: Choice['code'] | null;
  readonly reason?: string;
  readonly path?: string;
  readonly value?: unknown;
}

interface CardProps {
  readonly doubt: Doubt;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly onShow: (lines: readonly number[]) => void;
  readonly onSettle: (decision: Decision) => void;
}

/** One question: its places in the document, what is proposed, and the ways to settle it. */
export function DoubtCard({ doubt, isOpen, isPending, onShow, onSettle }: CardProps) {
  const [chosen, setChosen] = useState<Choice>();
  return (
    <article className="doubt" tabIndex={-1} data-blocking={(doubt.blocking && doubt.decision === null) || undefined}>
      <header>
        <strong>{doubt.title}</strong>
        {doubt.decision === null && doubt.blocking && <StatusBadge tone="doubt">Phải quyết định</StatusBadge>}
        {doubt.decision !== null && <StatusBadge tone="done">{wordsOf(doubt)}</StatusBadge>}
      </header>
      <p>{doubt.detail}</p>
      <ul className="doubt-places">
        {doubt.places.map((place) => (
          <li key={place.path}>
            <button type="button" className="link-button" onClick={() => onShow(place.lines)}>
              {place.label}
            </button>
            : “{place.text}”
          </li>
        ))}
      </ul>
      {isOpen && doubt.decision === null && (
        <Group gap="xs">
          {doubt.choices.map((choice) => (
            <Button
              key={choice.code}
              size="xs"
              variant={choice.code === doubt.proposed ? 'filled' : 'default'}
              loading={isPending && chosen?.code === choice.code}
              onClick={() => {
                setChosen(choice);
                if (!choice.needsReason && choice.code !== 'correct')
                  onSettle({ doubtId: doubt.id, choice: choice.code });
              }}
            >
              {choice.words}
            </Button>
          ))}
        </Group>
      )}
      {chosen && doubt.decision === null && (chosen.needsReason || chosen.code === 'correct') && (
        <Details
          doubt={doubt}
          choice={chosen}
          isPending={isPending}
          onSettle={onSettle}
          onCancel={() => setChosen(undefined)}
        />
      )}
      {isOpen && doubt.decision !== null && (
        <button type="button" className="link-button" onClick={() => onSettle({ doubtId: doubt.id, choice: null })}>
          Quyết định lại
        </button>
      )}
    </article>
  );
}

function wordsOf({ decision, choices }: Doubt): string {
  if (decision === null) return '';
  const words = choices.find((choice) => choice.code === decision.choice)?.words ?? decision.choice;
  return `${words} · ${decision.by ?? 'Hệ thống'}, ${formatDate(dayInVietnam(Date.parse(decision.at)))}`;
}

interface DetailsProps extends Pick<CardProps, 'doubt' | 'isPending' | 'onSettle'> {
  readonly choice: Choice;
  readonly onCancel: () => void;
}

/** The new value of a correction, or the reason of a choice that needs one. */
function Details({ doubt, choice, isPending, onSettle, onCancel }: DetailsProps) {
  const place = doubt.places[0];
  const isCorrection = choice.code === 'correct';
  const [value, setValue] = useState(isCorrection ? (place?.text ?? '') : '');
  const [reason, setReason] = useState('');
  const isMissing = (choice.needsReason && reason.trim().length < 3) || (isCorrection && value.trim() === '');
  return (
    <form
      className="read-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSettle({
          doubtId: doubt.id,
          choice: choice.code,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(isCorrection && place ? { path: place.path, value: value.trim() } : {}),
        });
      }}
    >
      {isCorrection && (
        <Textarea
          label="Sửa thành"
          autosize
          autoFocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {choice.needsReason && (
        <Textarea
          label="Lý do (bắt buộc)"
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group gap="xs" mt="xs">
        <Button size="xs" type="submit" loading={isPending} disabled={isMissing}>
          Ghi quyết định
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Thôi
        </Button>
      </Group>
    </form>
  );
}
