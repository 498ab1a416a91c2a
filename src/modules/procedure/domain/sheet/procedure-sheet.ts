import type { PlainDate } from '#kernel/plain-date.ts';
import type { ProcedureContent } from '../procedure-content.ts';
import { channelWords, onlineWords } from './words.ts';
import { writeCase, writeComponent, writeFee, writeQuestion, writeResult, writeTermRule } from './write-lists.ts';

/** One procedure of a file: what an import reads and an export writes. */
export interface CatalogueRow {
  readonly code: string;
  /** Null where the day is not said. */
  readonly effectiveFrom: PlainDate | null;
  readonly abolished: boolean;
  readonly successorCode: string | null;
  readonly content: ProcedureContent;
}

/** Columns of the sheet, in their order: the heading and the width. */
export const sheetColumns = [
  { id: 'code', heading: 'Mã thủ tục', width: 14 },
  { id: 'name', heading: 'Tên thủ tục', width: 45 },
  { id: 'field', heading: 'Lĩnh vực', width: 20 },
  { id: 'level', heading: 'Cấp thực hiện', width: 14 },
  { id: 'state', heading: 'Tình trạng', width: 12 },
  { id: 'effectiveFrom', heading: 'Có hiệu lực từ', width: 13 },
  { id: 'successorCode', heading: 'Mã thay thế', width: 14 },
  { id: 'decision', heading: 'Quyết định công bố', width: 18 },
  { id: 'channels', heading: 'Cách nộp', width: 18 },
  { id: 'onlineLevel', heading: 'Mức độ trực tuyến', width: 16 },
  { id: 'isLinked', heading: 'Liên thông', width: 10 },
  { id: 'cases', heading: 'Trường hợp', width: 30 },
  { id: 'terms', heading: 'Thời hạn giải quyết', width: 35 },
  { id: 'fees', heading: 'Phí, lệ phí', width: 30 },
  { id: 'components', heading: 'Thành phần hồ sơ', width: 60 },
  { id: 'results', heading: 'Kết quả', width: 30 },
  { id: 'questions', heading: 'Câu hỏi chọn giấy tờ', width: 30 },
  { id: 'localCode', heading: 'Mã địa phương', width: 16 },
  { id: 'source', heading: 'Nguồn', width: 30 },
  { id: 'verified', heading: 'Đã đối chiếu', width: 10 },
  { id: 'unverifiedFields', heading: 'Mục chưa đối chiếu', width: 18 },
  { id: 'note', heading: 'Ghi chú', width: 30 },
] as const;
export type SheetColumn = (typeof sheetColumns)[number]['id'];

export const stateWords = { held: 'còn hiệu lực', abolished: 'bãi bỏ' } as const;

/** The cells of a procedure by column; a list has a line an item. */
export function cellsOf(row: CatalogueRow): Readonly<Record<SheetColumn, string>> {
  const { content } = row;
  const [year = '', month = '', day = ''] = row.effectiveFrom?.split('-') ?? [];
  return {
    code: row.code,
    name: content.name,
    field: content.field,
    level: content.level,
    state: row.abolished ? stateWords.abolished : stateWords.held,
    effectiveFrom: row.effectiveFrom === null ? '' : `${day}/${month}/${year}`,
    successorCode: row.successorCode ?? '',
    decision: content.decision ?? '',
    channels: content.channels.map((channel) => channelWords[channel]).join(', '),
    onlineLevel: onlineWords[content.onlineLevel],
    isLinked: content.isLinked ? 'có' : 'không',
    cases: content.cases.map(writeCase).join('\n'),
    terms: content.terms.map(writeTermRule).join('\n'),
    fees: content.fees.map(writeFee).join('\n'),
    components: content.components.map(writeComponent).join('\n'),
    results: content.results.map(writeResult).join('\n'),
    questions: content.questions.map(writeQuestion).join('\n'),
    localCode: content.localCode ?? '',
    source: content.source,
    verified: content.verified ? 'có' : 'không',
    unverifiedFields: content.unverifiedFields.join(', '),
    note: content.note ?? '',
  };
}

/** Columns that differ between two versions, with what they said and say; of lists only the lines that differ. */
export function differencesOf(
  before: CatalogueRow,
  after: CatalogueRow,
): readonly {
  readonly column: SheetColumn;
  readonly before: string;
  readonly after: string;
}[] {
  const [old, next] = [cellsOf(before), cellsOf(after)];
  return sheetColumns.flatMap(({ id }) => {
    if (id === 'effectiveFrom' || old[id] === next[id]) return [];
    const [oldLines, nextLines] = [old[id].split('\n'), next[id].split('\n')];
    const [gone, come] = [
      oldLines.filter((line) => !nextLines.includes(line)),
      nextLines.filter((line) => !oldLines.includes(line)),
    ];
    return [{ column: id, before: gone.join('\n'), after: come.join('\n') }];
  });
}
