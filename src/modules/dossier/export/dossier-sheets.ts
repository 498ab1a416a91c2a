import { parseMoment, writeMoment } from '#kernel/moment.ts';
import { formatDate } from '#kernel/plain-date.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import type { ListSheet } from '#server/lists/list-sheet.ts';
import type { SheetCell } from '#server/sheet.ts';
import type { DossierRow } from '../contract/parts.ts';
import type { ListFilter, listDossiers, listRegister } from '../contract/reads.ts';
import { dossiersAnswer } from '../handlers/reads/lists.ts';
import { registerAnswer } from '../handlers/reads/register.ts';
import { listWords } from '../text/list-words.ts';
import { registerColumns, wayWords } from '../text/register-words.ts';
import { stateWords } from '../text/state-words.ts';

/** A workbook holds no more; of a longer list the first are written, and it says so. */
const mostRows = 20_000;
const whole = { page: 1, size: mostRows };

const columns = [
  { heading: 'TT', width: 6 },
  { heading: 'Mã hồ sơ', width: 28 },
  { heading: 'Thủ tục', width: 44 },
  { heading: 'Lĩnh vực', width: 20 },
  { heading: 'Chủ hồ sơ', width: 26 },
  { heading: 'Tiếp nhận', width: 20 },
  { heading: 'Hạn trả kết quả', width: 20 },
  { heading: 'Hạn đầu tiên', width: 20 },
  { heading: 'Còn lại', width: 24 },
  { heading: 'Trạng thái', width: 24 },
  { heading: 'Bước', width: 24 },
  { heading: 'Người giữ', width: 30 },
  { heading: 'Nguồn', width: 24 },
] as const;

function momentCell(text: string | null): string {
  const at = text === null ? undefined : parseMoment(text);
  return at === undefined ? '' : writeMoment(at);
}

function sourceCell({ source, sourceName, sourceAt }: DossierRow): string {
  return source === 'own' ? '' : `${sourceName ?? ''}, ${momentCell(sourceAt)}`;
}

function cellsOf(row: DossierRow, index: number): readonly SheetCell[] {
  const { due } = row;
  return [
    ...[index + 1, row.code ?? '', row.procedureName, row.field, row.ownerName, momentCell(row.receivedAt)],
    ...[momentCell(due.current), due.first === due.current ? '' : momentCell(due.first), due.words],
    ...[stateWords[row.state], row.stepName, row.holderName, sourceCell(row)],
  ];
}

/** What a list was narrowed by, one line each. */
function filterLines(filter: ListFilter & { readonly q?: string | undefined }): string[] {
  const { state, field, procedure, channel, source, from, to, mine, q } = filter;
  return [
    state === undefined ? '' : `Trạng thái: ${stateWords[state]}`,
    field === undefined ? '' : `Lĩnh vực: ${field}`,
    procedure === undefined ? '' : `Mã thủ tục: ${procedure}`,
    channel === undefined ? '' : `Nộp: ${wayWords[channel]}`,
    source === undefined ? '' : source === 'own' ? 'Tiếp nhận tại đơn vị' : 'Nhập từ hệ thống của tỉnh',
    from === undefined ? '' : `Tiếp nhận từ ngày ${formatDate(from)}`,
    to === undefined ? '' : `Tiếp nhận đến ngày ${formatDate(to)}`,
    mine === 'yes' ? 'Hồ sơ tôi đang giữ' : '',
    q === undefined || q === '' ? '' : `Tìm: “${q}”`,
  ].filter((line) => line !== '');
}

const cutLine = (isCut: boolean) => (isCut ? [`Chỉ gồm ${mostRows.toLocaleString('vi-VN')} dòng đầu.`] : []);

/** A list as its screen shows it, all pages. */
export async function dossiersSheet(
  ctx: Context,
  query: ParsedInput<typeof listDossiers>['query'],
): Promise<ListSheet> {
  const found = await dossiersAnswer(ctx, { params: undefined, query: { ...query, ...whole }, body: undefined });
  return {
    title: listWords[query.list],
    lines: [...filterLines(query), ...cutLine(found.totalIsAtLeast)],
    columns,
    rows: found.rows.map(cellsOf),
  };
}

/** The register with all its columns. */
export async function registerSheet(
  ctx: Context,
  query: ParsedInput<typeof listRegister>['query'],
): Promise<ListSheet> {
  const found = await registerAnswer(ctx, { query: { ...query, ...whole } });
  return {
    title: 'Sổ theo dõi hồ sơ',
    lines: [
      `Từ ngày ${formatDate(query.from)} đến ngày ${formatDate(query.to)}`,
      ...(query.field === undefined ? [] : [`Lĩnh vực: ${query.field}`]),
      ...cutLine(found.totalIsAtLeast),
    ],
    columns: registerColumns,
    rows: found.rows.map((row) => [
      ...[row.place, row.code ?? '', row.procedureName, row.ownerName],
      ...[
        [row.address, row.phone ?? ''].filter((part) => part !== '').join(', '),
        row.agency,
        momentCell(row.receivedAt),
      ],
      ...[
        momentCell(row.dueAt),
        momentCell(row.newDueAt),
        momentCell(row.returnedAt),
        row.way,
        row.signedFor ?? '',
        row.note,
      ],
    ]),
  };
}
