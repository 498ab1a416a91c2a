import './org.css';
import { useState } from 'react';
import { RecordHistory } from '#modules/history/web/record-history.tsx';

/** The history of a record, asked for when it is first opened. */
export function HistoryFold({ type, id }: { type: string; id: string }) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="org-fold org-section" onToggle={() => setOpened(true)}>
      <summary>Lịch sử thay đổi</summary>
      {wasOpened && <RecordHistory type={type} id={id} />}
    </details>
  );
}
