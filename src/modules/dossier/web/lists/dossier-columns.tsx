import { Text } from '@mantine/core';
import type { Column } from '#web/ui/table/column.ts';
import { stateWords } from '../../text/state-words.ts';
import { DueCell, dueText } from '../shared/due-cell.tsx';
import { momentText } from '../shared/moment-text.ts';
import type { DossierRow } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';

const sourceText = (row: DossierRow) =>
  row.source === 'imported' ? `${row.sourceName ?? ''}, lúc ${momentText(row.sourceAt)}` : 'Tiếp nhận tại đây';

export const dossierColumns: readonly Column<DossierRow>[] = [
  { id: 'code', title: 'Mã hồ sơ', isMain: true, width: 13, text: (row) => row.code ?? 'Chưa có mã' },
  { id: 'owner', title: 'Chủ hồ sơ', width: 11, text: (row) => row.ownerName },
  {
    id: 'procedure',
    title: 'Thủ tục',
    width: 16,
    text: (row) => row.procedureName,
    cell: (row) => (
      <span className="dossier-procedure" title={row.procedureName}>
        {row.procedureName}
      </span>
    ),
  },
  { id: 'due', title: 'Hẹn trả', width: 12, canSort: true, text: dueText, cell: (row) => <DueCell row={row} /> },
  {
    id: 'state',
    title: 'Trạng thái',
    width: 11,
    text: (row) => stateWords[row.state],
    cell: (row) => (
      <>
        <StateBadge state={row.state} />
        {row.apologyOwed && (
          <Text size="sm" c="red.8" fw={600}>
            Nợ phiếu xin lỗi
          </Text>
        )}
      </>
    ),
  },
  { id: 'holder', title: 'Đang giữ', width: 11, text: (row) => row.holderName },
  { id: 'step', title: 'Bước', width: 10, isHidden: true, text: (row) => row.stepName },
  {
    id: 'received',
    title: 'Tiếp nhận lúc',
    width: 9,
    canSort: true,
    isWideOnly: true,
    text: (row) => momentText(row.receivedAt),
  },
  { id: 'field', title: 'Lĩnh vực', width: 9, isHidden: true, text: (row) => row.field },
  { id: 'source', title: 'Nguồn', width: 10, isHidden: true, text: sourceText },
];
