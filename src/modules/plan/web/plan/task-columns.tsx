import type { AnswerOf } from '#kernel/route.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import type { listTasks } from '../../contract/plans.ts';

export type TaskRow = AnswerOf<typeof listTasks>['rows'][number];

/** Lines of one cell: several outputs, several leads. */
export function CellLines({ lines, isBulleted = false }: { lines: readonly string[]; isBulleted?: boolean }) {
  if (lines.length === 0) return null;
  if (lines.length === 1) return lines[0];
  return (
    <ul className="cell-lines" data-bulleted={isBulleted || undefined}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** When each output is due, with the output's words where the rule is for one of several. */
export function dueLines(task: Pick<TaskRow, 'dues' | 'outputs'>): readonly string[] {
  const outputs = new Map(task.outputs.map((output) => [output.id, output.text]));
  return task.dues.map((due) => {
    const output = due.outputId && task.outputs.length > 1 ? outputs.get(due.outputId) : undefined;
    const label = output ?? due.rule.appliesTo;
    return label ? `${label}: ${due.words}` : due.words;
  });
}

const changeWords = { added: 'Mới', changed: 'Đã sửa' } as const;

export const taskColumns: readonly Column<TaskRow>[] = [
  { id: 'position', title: 'Mục', text: (row) => row.place, width: 6, canSort: true },
  {
    id: 'content',
    title: 'Nhiệm vụ',
    text: (row) => row.content,
    isMain: true,
    canSort: true,
  },
  {
    id: 'outputs',
    title: 'Sản phẩm',
    text: (row) => row.outputs.map((output) => output.text).join('; '),
    cell: (row) => <CellLines lines={row.outputs.map((output) => output.text)} isBulleted />,
    width: 16,
  },
  {
    id: 'leads',
    title: 'Chủ trì',
    text: (row) => row.leads.map((holder) => holder.text).join('; '),
    cell: (row) => <CellLines lines={row.leads.map((holder) => holder.text)} />,
    width: 12,
  },
  {
    id: 'coordinators',
    title: 'Phối hợp',
    text: (row) => row.coordinators.map((holder) => holder.text).join('; '),
    cell: (row) => <CellLines lines={row.coordinators.map((holder) => holder.text)} />,
    width: 12,
    isWideOnly: true,
  },
  {
    id: 'due',
    title: 'Thời hạn',
    text: (row) => dueLines(row).join('; ') || 'Chưa có thời hạn',
    cell: (row) =>
      row.dues.length > 0 ? (
        <CellLines lines={dueLines(row)} />
      ) : (
        <StatusBadge tone="doubt">Chưa có thời hạn</StatusBadge>
      ),
    width: 14,
    canSort: true,
  },
  {
    id: 'state',
    title: 'Ghi chú',
    text: (row) =>
      [row.ours ? '' : 'Việc của cấp trên', row.change === 'same' ? '' : changeWords[row.change]]
        .filter(Boolean)
        .join('; '),
    cell: (row) => (
      <>
        {!row.ours && <StatusBadge tone="none">Việc của cấp trên</StatusBadge>}
        {row.change !== 'same' && <StatusBadge tone="active">{changeWords[row.change]}</StatusBadge>}
      </>
    ),
    width: 8,
  },
];
