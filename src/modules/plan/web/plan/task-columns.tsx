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
    const isNamed = due.rule.appliesTo !== '' || task.outputs.length < 2;
    const output = isNamed || due.outputId === null ? undefined : outputs.get(due.outputId);
    return output ? `${output}: ${due.words}` : due.words;
  });
}

const changeWords = { added: 'Mới', changed: 'Đã sửa' } as const;

function stateWords(row: TaskRow): string {
  return [row.ours ? '' : 'Việc của cấp trên', row.change === 'same' ? '' : changeWords[row.change]]
    .filter(Boolean)
    .join('; ');
}

const holderLines = (holders: TaskRow['leads']) => holders.map((holder) => holder.text);

export const taskColumns: readonly Column<TaskRow>[] = [
  { id: 'position', title: 'Mục', text: (row) => row.place, width: 5, canSort: true },
  {
    id: 'content',
    title: 'Nhiệm vụ',
    text: (row) => row.content,
    cell: (row) => (
      <>
        {row.content}
        {(!row.ours || row.change !== 'same') && (
          <span className="task-state">
            {!row.ours && <StatusBadge tone="none">Việc của cấp trên</StatusBadge>}
            {row.change !== 'same' && <StatusBadge tone="active">{changeWords[row.change]}</StatusBadge>}
          </span>
        )}
      </>
    ),
    isMain: true,
    width: 17,
    canSort: true,
  },
  {
    id: 'outputs',
    title: 'Sản phẩm',
    text: (row) => row.outputs.map((output) => output.text).join('; '),
    cell: (row) => <CellLines lines={row.outputs.map((output) => output.text)} isBulleted />,
    width: 11.5,
  },
  {
    id: 'leads',
    title: 'Chủ trì',
    text: (row) => holderLines(row.leads).join('; '),
    cell: (row) => <CellLines lines={holderLines(row.leads)} />,
    width: 8,
  },
  {
    id: 'coordinators',
    title: 'Phối hợp',
    text: (row) => holderLines(row.coordinators).join('; '),
    cell: (row) => <CellLines lines={holderLines(row.coordinators)} />,
    width: 8,
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
    width: 11,
    canSort: true,
  },
  { id: 'state', title: 'Ghi chú', text: stateWords, width: 8, isHidden: true },
];
