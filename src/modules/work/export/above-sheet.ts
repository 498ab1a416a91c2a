import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { formatDate } from '#kernel/plain-date.ts';
import { type AnswerOf, type ParsedInput, route } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { type SheetCell, sheetStream } from '#server/sheet.ts';
import { aboveSheetPath, listAbove } from '../contract/above.ts';
import { comparedAnswer } from '../handlers/above/compared.ts';
import { comparisonWords, figureWords } from '../text/above-words.ts';

type Row = AnswerOf<typeof listAbove>['rows'][number];
type Ours = Row['ours'][number];

/** Only for the gate and OpenAPI: the answer is a file. */
const declared = route({
  method: 'GET',
  path: aboveSheetPath,
  permission: 'work.read',
  db: 'none',
  summary: 'Xuất bảng so với kế hoạch cấp trên ra Excel',
  answer: done,
});

const columns = [
  { heading: 'TT', width: 6 },
  { heading: 'Kế hoạch cấp trên', width: 36 },
  { heading: 'Mục', width: 14 },
  { heading: 'Loại', width: 12 },
  { heading: 'Cấp trên yêu cầu', width: 52 },
  { heading: 'Mức hoặc hạn cấp trên giao', width: 24 },
  { heading: 'Của ta', width: 52 },
  { heading: 'Mức hoặc hạn của ta', width: 24 },
  { heading: 'So sánh', width: 24 },
  { heading: 'Khác ở đâu', width: 40 },
  { heading: 'Lý do', width: 40 },
];
const mostRows = 5_000;

/** The comparison with the plans of higher levels as Excel, narrowed as the screen is. */
export function addAboveSheet(app: FastifyInstance, services: Services): void {
  const schema = {
    summary: declared.summary,
    tags: ['work'],
    params: listAbove.params as z.ZodType,
    querystring: listAbove.query as z.ZodType,
  };
  const onRequest = gate(declared, { findPublicUnit: async () => undefined });
  app.get(aboveSheetPath, { schema, onRequest }, async (request, reply) => {
    const { unitId } = request;
    if (!unitId) fail('not-signed-in', {}, 401);
    const draft = draftContext(request, unitId, services.clock, undefined);
    const { params, query } = request as unknown as ParsedInput<typeof listAbove>;
    const asked = { params, query: { ...query, page: 1, size: mostRows }, body: undefined };
    const found = await inTransaction(services.appPool, unitId, 'read', (db) =>
      comparedAnswer(draft.withDb(db), asked),
    );
    const title = `So với kế hoạch cấp trên năm ${found.year}`;
    const lines = [title, countsLine(found.counts)];
    const file = sheetStream({ name: 'So với cấp trên', lines, columns, rows: found.rows.map(cellsOf) });
    return attachment(reply, `${title}.xlsx`, excelType).send(file);
  });
}

function countsLine(counts: AnswerOf<typeof listAbove>['counts']): string {
  return (['met', 'explained', 'unexplained', 'missing'] as const)
    .map((comparison) => `${comparisonWords[comparison]}: ${counts[comparison]}`)
    .join(' · ');
}

function cellsOf(row: Row, index: number): readonly SheetCell[] {
  const { plan, place, kind, content, comparison, ours, absentReason } = row;
  const number = [plan.number, plan.day && `ngày ${formatDate(plan.day)}`].filter(Boolean).join(' ');
  const each = (words: (one: Ours) => string | null) => ours.map(words).filter(Boolean).join('\n');
  return [
    index + 1,
    [plan.title, number, plan.issuer].filter(Boolean).join(', '),
    place,
    kind === 'task' ? 'Nhiệm vụ' : 'Chỉ tiêu',
    content,
    row.figure ? figureWords(row.figure) : row.due ? formatDate(row.due) : row.dueText,
    each((one) => [one.place, one.content].filter(Boolean).join(' · ')),
    each((one) => (one.figure ? figureWords(one.figure) : one.due && formatDate(one.due))),
    comparisonWords[comparison],
    each((one) => [one.gapWords, one.difference].filter(Boolean).join(' ')),
    absentReason ?? each((one) => one.reason),
  ];
}
