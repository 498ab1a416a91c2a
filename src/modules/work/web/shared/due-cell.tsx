import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { dueWords } from '#web/ui/due-words.ts';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getObligation } from '../../contract/reads.ts';
import type { ObligationRow } from './rows.ts';
import { isClosed } from './state-tones.ts';

/** The day as text, for copying and printing. */
export function dueText({ due, dueWords: written, reviewOn, kind }: ObligationRow): string {
  if (due) return formatDate(due);
  if (kind === 'standing') return reviewOn ? `thường xuyên, rà soát ${formatDate(reviewOn)}` : 'thường xuyên';
  return written || 'chưa có hạn';
}

/** The due day with how far it is; a press explains how the day came about. */
export function DueCell({ row }: { row: ObligationRow }) {
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const left =
    row.due && !isClosed(row.state) && row.stage !== 'submitted' ? dueWords(row.due, today, false) : undefined;
  return (
    <>
      <UnstyledButton className="due-link" onClick={() => setOpen(true)} title="Vì sao có hạn này">
        {dueText(row)}
      </UnstyledButton>
      {left && (
        <>
          {' '}
          <StatusBadge tone={left.tone}>{left.words}</StatusBadge>
        </>
      )}
      {isOpen && (
        <SidePanel isOpen title="Vì sao có hạn này" onClose={() => setOpen(false)}>
          <DueSteps row={row} />
        </SidePanel>
      )}
    </>
  );
}

function DueSteps({ row }: { row: ObligationRow }) {
  const found = useCall(getObligation, { params: { obligationId: row.id } });
  return (
    <>
      <p>
        <strong>{row.title}</strong>
      </p>
      <p>Kế hoạch ghi: {row.dueWords || '(không ghi thời gian)'}</p>
      <DueStepList steps={found.data?.dueSteps ?? []} />
    </>
  );
}

/** The steps by which a day came about, in order. */
export function DueStepList({
  steps,
}: {
  steps: readonly { readonly day: ObligationRow['due']; readonly words: string }[];
}) {
  return (
    <ol>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their order
        <li key={index}>{step.words}</li>
      ))}
    </ol>
  );
}
