import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { explainDue } from '../../contract/dossier-page.ts';
import { momentText } from './moment-text.ts';
import type { DossierRow } from './rows.ts';

type Due = DossierRow['due'];

const tones: Readonly<Record<Due['tone'], StatusTone>> = {
  none: 'none',
  running: 'active',
  soon: 'soon',
  'last-day-to-apologise': 'soon',
  late: 'overdue',
  paused: 'paused',
  'ended-in-time': 'done',
  'ended-late': 'overdue',
};

/** The date in force as text, for copying and printing. */
export function dueText({ due }: DossierRow): string {
  return momentText(due.current ?? due.first);
}

/** How far the date is, by colour, icon and word. */
export function DueLeft({ due }: { due: Due }) {
  return due.words === '' ? null : <StatusBadge tone={tones[due.tone]}>{due.words}</StatusBadge>;
}

/** The date in force with how far it is; the first date stays visible beside a re-appointed one. A press explains both. */
export function DueCell({ row }: { row: DossierRow }) {
  const [isOpen, setOpen] = useState(false);
  const { due } = row;
  const isMoved = due.first !== null && due.current !== null && due.first !== due.current;
  if (dueText(row) === '') return <DueLeft due={due} />;
  return (
    <>
      <UnstyledButton className="due-link" onClick={() => setOpen(true)} title="Vì sao có hạn này">
        {dueText(row)}
      </UnstyledButton>
      {isMoved && <div className="dimmed">hẹn đầu {momentText(due.first)}</div>}
      <div>
        <DueLeft due={due} />
      </div>
      {isOpen && (
        <SidePanel isOpen title="Vì sao có hạn này" onClose={() => setOpen(false)}>
          <Explained row={row} />
        </SidePanel>
      )}
    </>
  );
}

function Explained({ row }: { row: DossierRow }) {
  const found = useCall(explainDue, { params: { dossierId: row.id } });
  return (
    <>
      <p>
        <strong>{row.code ?? 'Chưa có mã'}</strong> · {row.procedureName}
      </p>
      <ol>
        {(found.data?.explanation ?? []).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {found.error && <p role="alert">{found.error.message}</p>}
    </>
  );
}
