import type { ReactNode } from 'react';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { newRecord, type Panel } from './use-panel.ts';
import type { FoundRecord } from './use-record.ts';

interface RecordPanelProps<Row> {
  readonly panel: Panel;
  readonly found: FoundRecord<Row>;
  /** Title of the form of a new record. */
  readonly newTitle: string;
  readonly titleOf: (row: Row) => string;
  /** The content, with the record, or undefined for a new one. */
  readonly children: (row: Row | undefined) => ReactNode;
}

/** The panel beside a list: a new record, an existing one, or why it cannot be shown. */
export function RecordPanel<Row>({ panel, found, newTitle, titleOf, children }: RecordPanelProps<Row>) {
  const isNew = panel.open === newRecord;
  const title = isNew ? newTitle : found.record ? titleOf(found.record) : 'Đang lấy nội dung…';
  return (
    <SidePanel isOpen title={title} onClose={panel.close}>
      {found.error && <ErrorState error={found.error} />}
      {found.isMissing && (
        <EmptyState
          title="Không tìm thấy"
          text="Nội dung này không có ở đơn vị, hoặc đã được xóa. Hãy quay lại danh sách."
        />
      )}
      {(isNew || found.record) && children(found.record)}
    </SidePanel>
  );
}
