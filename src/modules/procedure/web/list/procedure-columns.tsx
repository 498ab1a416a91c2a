import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import type { ProcedureRow } from '../../contract/catalogue.ts';
import { begun, codeWords, termWords } from '../../text.ts';

const stateText = (row: ProcedureRow) =>
  [
    row.abolished && `Đã bãi bỏ${row.successorCode ? `, thay bằng ${row.successorCode}` : ''}`,
    !row.isOn && 'Đã tắt',
    !row.abolished && row.isOn && row.term === null && 'Chưa có thời hạn',
    !row.verified && 'Chưa đối chiếu',
    row.own && 'Đơn vị thêm, sửa',
  ]
    .filter(Boolean)
    .join('; ') || 'Đang áp dụng';

/** Columns of the catalogue. */
export const procedureColumns: readonly Column<ProcedureRow>[] = [
  { id: 'code', title: 'Mã', text: (row) => codeWords(row.code), canSort: true, width: 7 },
  { id: 'name', title: 'Thủ tục', text: (row) => row.name, isMain: true, canSort: true },
  { id: 'field', title: 'Lĩnh vực', text: (row) => row.field, canSort: true, width: 13 },
  { id: 'term', title: 'Thời hạn', text: (row) => begun(termWords(row)), width: 10 },
  {
    id: 'state',
    title: 'Tình trạng',
    text: stateText,
    cell: (row) => (
      <span className="procedure-states">
        {row.abolished && <StatusBadge tone="none">Đã bãi bỏ</StatusBadge>}
        {!row.isOn && <StatusBadge tone="paused">Đã tắt</StatusBadge>}
        {!row.abolished && row.isOn && row.term === null && <StatusBadge tone="soon">Chưa có thời hạn</StatusBadge>}
        {!row.verified && <StatusBadge tone="doubt">Chưa đối chiếu</StatusBadge>}
        {!row.abolished && row.isOn && row.term !== null && row.verified && (
          <StatusBadge tone="done">Đang áp dụng</StatusBadge>
        )}
      </span>
    ),
    width: 11,
  },
  { id: 'decision', title: 'Quyết định công bố', text: (row) => row.decision ?? '–', width: 10, isHidden: true },
];
