import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { correctableFields } from './correctable.ts';
import { DoubtCorrection } from './doubt-correction.tsx';
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
  readonly reading: ReadImport['reading'];
  readonly isOpen: boolean;
  readonly isPending: boolean;
  /** Lights lines of the document. */
  readonly onShow: (lines: readonly number[]) => void;
  /** Goes to a field among what was read. */
  readonly onOpen: (path: string) => void;
  readonly onSettle: (decision: Decision) => void;
}

/** One question: its places in the document, what is proposed, and the ways to settle it. */
export function DoubtCard({ doubt, reading, isOpen, isPending, onShow, onOpen, onSettle }: CardProps) {
  const [chosen, setChosen] = useState<Choice>();
  const heading = useId();
  const isUndecided = doubt.decision === null;
  const fields = chosen?.code === 'correct' ? correctableFields(reading, doubt) : [];
  function choose(choice: Choice) {
    setChosen(choice);
    const place = doubt.places[0];
    if (choice.code === 'correct' && !doubt.correctsItself) {
      if (place && correctableFields(reading, doubt).length === 0) onOpen(place.path);
    } else if (!choice.needsReason) onSettle({ doubtId: doubt.id, choice: choice.code });
  }
  return (
    <article
      className="doubt"
      tabIndex={-1}
      aria-labelledby={heading}
      data-blocking={(doubt.blocking && isUndecided) || undefined}
    >
      <div className="doubt-head">
        <strong id={heading}>{doubt.title}</strong>
        {isUndecided && doubt.blocking && <StatusBadge tone="doubt">Phải quyết định</StatusBadge>}
        {!isUndecided && <StatusBadge tone="done">{wordsOf(doubt)}</StatusBadge>}
      </div>
      <p>{doubt.detail}</p>
      {doubt.decision?.reason && <p className="page-note">Lý do: {doubt.decision.reason}</p>}
      <ul className="doubt-places">
        {uniquePlaces(doubt).map((place) => (
          <li key={place.path}>
            <button
              type="button"
              className="link-button"
              aria-label={`Xem ${place.label} trong văn bản`}
              onClick={() => onShow(place.lines)}
            >
              {place.label}
            </button>
            {place.text && <>: “{place.text}”</>}{' '}
            <button
              type="button"
              className="link-button doubt-open"
              aria-label={`mở phần đã đọc: ${place.label}`}
              onClick={() => onOpen(place.path)}
            >
              mở phần đã đọc
            </button>
          </li>
        ))}
      </ul>
      {isOpen && isUndecided && (
        <Group gap="xs">
          {doubt.choices.map((choice) => (
            <Button
              key={choice.code}
              size="xs"
              variant={choice.code === doubt.proposed ? 'filled' : 'default'}
              loading={isPending && chosen?.code === choice.code}
              onClick={() => choose(choice)}
            >
              {choice.words}
            </Button>
          ))}
        </Group>
      )}
      {isUndecided && chosen?.needsReason && (
        <ReasonForm
          isPending={isPending}
          onSave={(reason) => onSettle({ doubtId: doubt.id, choice: chosen.code, reason })}
          onCancel={() => setChosen(undefined)}
        />
      )}
      {isUndecided && chosen?.code === 'correct' && fields.length > 0 && (
        <DoubtCorrection
          fields={fields}
          year={reading.year}
          isPending={isPending}
          onSave={(path, value) => onSettle({ doubtId: doubt.id, choice: 'correct', path, value })}
          onCancel={() => setChosen(undefined)}
        />
      )}
      {isOpen && !isUndecided && (
        <button type="button" className="link-button" onClick={() => onSettle({ doubtId: doubt.id, choice: null })}>
          Quyết định lại
        </button>
      )}
    </article>
  );
}

function uniquePlaces({ places }: Doubt): Doubt['places'] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

function wordsOf({ decision, choices }: Doubt): string {
  if (decision === null) return '';
  const words = choices.find((choice) => choice.code === decision.choice)?.words ?? decision.choice;
  return `${words} · ${decision.by ?? 'Hệ thống'}, ${formatDate(dayInVietnam(Date.parse(decision.at)))}`;
}

const shortest = 3;

function ReasonForm(props: { isPending: boolean; onSave: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('');
  const isMissing = reason.trim().length < shortest;
  function save(event: FormEvent) {
    event.preventDefault();
    if (!isMissing) props.onSave(reason.trim());
  }
  return (
    <form className="read-editor" onSubmit={save}>
      <Textarea
        label="Lý do (bắt buộc)"
        autosize
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" type="submit" loading={props.isPending} disabled={isMissing}>
          Ghi quyết định
        </Button>
        <Button size="xs" variant="default" onClick={props.onCancel}>
          Thôi
        </Button>
      </Group>
    </form>
  );
}
