import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { listFieldsOf } from '#modules/plan/queries.ts';
import type { Context } from '#server/context.ts';
import type { ListSheet } from '#server/lists/list-sheet.ts';
import type { SheetCell } from '#server/sheet.ts';
import type { ExportedList } from '../contract/exports.ts';
import type { getMyWork, listApprovals, listObligations, listWorkTasks } from '../contract/reads.ts';
import { approvalsAnswer, obligationsAnswer } from '../handlers/reads/lists.ts';
import { myWorkAnswer } from '../handlers/reads/my-work.ts';
import type { BearerAnswer } from '../queries/bearer-of.ts';
import type { ObligationRow } from '../queries/obligation-record.ts';
import { cellsOfTask, taskColumns, urgencyNames } from '../sheet/columns.ts';
import { groupWords } from '../text/group-words.ts';
import { listFilterWords } from '../text/list-filter-words.ts';
import { stateWords } from '../text/state-words.ts';
import { taskSheetRows } from './task-sheet-rows.ts';

const mostRows = 20_000;

type Query<L extends ExportedList> = {
  'my-work': ParsedInput<typeof getMyWork>['query'];
  obligations: ParsedInput<typeof listObligations>['query'];
  tasks: ParsedInput<typeof listWorkTasks>['query'];
  approvals: ParsedInput<typeof listApprovals>['query'];
}[L];

type Names = ReadonlyMap<string, string>;

const dayText = (day: PlainDate | null) => (day === null ? '' : formatDate(day));
const whole = { page: 1, size: mostRows };

/** Who does something, as one line: the people of today, or the post where nobody is. */
export function bearerText({ title, people, empty }: BearerAnswer): string {
  if (people.length === 0) return empty === null ? title : `${title} (chưa có người)`.trim();
  const names = people.map((one) => (one.insteadOf === null ? one.name : `${one.name} (thay ${one.insteadOf})`));
  return names.includes(title) ? names.join(', ') : `${names.join(', ')} – ${title}`;
}

const obligationColumns = [
  { heading: 'TT', width: 6 },
  { heading: 'Sản phẩm', width: 40 },
  { heading: 'Nhiệm vụ', width: 48 },
  { heading: 'Nơi ghi', width: 12 },
  { heading: 'Kỳ', width: 16 },
  { heading: 'Người thực hiện', width: 36 },
  { heading: 'Hạn', width: 12 },
  { heading: 'Hạn ban đầu', width: 12 },
  { heading: 'Trạng thái', width: 20 },
  { heading: 'Ngày nộp', width: 12 },
  { heading: 'Lĩnh vực', width: 22 },
  { heading: 'Mức khẩn', width: 10 },
];

function obligationCells(row: ObligationRow, index: number, fields: Names): readonly SheetCell[] {
  return [
    index + 1,
    row.title,
    row.task,
    row.place,
    row.periodWords,
    bearerText(row.bearer),
    row.due === null ? row.dueWords : formatDate(row.due),
    row.firstDue === row.due ? '' : dayText(row.firstDue),
    stateWords[row.state],
    dayText(row.doneOn),
    row.fieldCode === null ? '' : (fields.get(row.fieldCode) ?? row.fieldCode),
    row.urgency === 'normal' ? '' : urgencyNames[row.urgency],
  ];
}

async function namesOfFields(ctx: Context): Promise<Names> {
  return new Map((await listFieldsOf(ctx.db)).map((field) => [field.code, field.name]));
}

/** Each list as its screen shows it, all pages. */
export const listSheets: {
  readonly [L in ExportedList]: (ctx: Context, query: Query<L>) => Promise<ListSheet>;
} = {
  'my-work': async (ctx, query) => {
    const { rows } = await myWorkAnswer(ctx, { params: undefined, query: { ...query, ...whole }, body: undefined });
    const fields = await namesOfFields(ctx);
    return {
      title: query.side === 'own' ? 'Việc của tôi' : 'Việc làm thay',
      lines: query.group === undefined ? [] : [groupWords[query.group]],
      columns: obligationColumns,
      rows: rows.map((row, index) => obligationCells(row, index, fields)),
    };
  },
  obligations: async (ctx, query) => {
    const { rows } = await obligationsAnswer(ctx, { query: { ...query, ...whole } });
    const fields = await namesOfFields(ctx);
    return {
      title: 'Sản phẩm đến hạn',
      lines: listFilterWords(query, fields),
      columns: obligationColumns,
      rows: rows.map((row, index) => obligationCells(row, index, fields)),
    };
  },
  tasks: async (ctx, query) => {
    const fields = await namesOfFields(ctx);
    const { page: _page, size: _size, ...filter } = query;
    const rows = await taskSheetRows(ctx, filter, fields, mostRows);
    return {
      title: 'Nhiệm vụ',
      lines: listFilterWords(query, fields),
      columns: taskColumns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map(cellsOfTask),
    };
  },
  approvals: async (ctx, query) => {
    const { rows } = await approvalsAnswer(ctx, { params: undefined, query: { ...query, ...whole }, body: undefined });
    const fields = await namesOfFields(ctx);
    return {
      title: 'Chờ tôi quyết định',
      lines: [],
      columns: [...obligationColumns, { heading: 'Xin quyết định', width: 28 }],
      rows: rows.map((row, index) => [
        ...obligationCells(row.obligation, index, fields),
        row.extension === null
          ? row.route === 'check'
            ? 'Kiểm tra văn bản đã ký'
            : 'Chấp nhận sản phẩm'
          : `Gia hạn đến ${formatDate(row.extension.dueAsked)}`,
      ]),
    };
  },
};
