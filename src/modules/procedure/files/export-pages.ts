import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { UnitId } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { type Db, inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { sheetStream } from '#server/sheet.ts';
import { catalogueJson, catalogueSheet } from '../contract/files.ts';
import { type CatalogueRow, cellsOf, sheetColumns } from '../domain/sheet/procedure-sheet.ts';
import { loadEveryVersion } from '../queries/every-version.ts';
import { unknownSince } from '../queries/held-versions.ts';
import { procedureRows } from '../queries/procedure-rows.ts';

type Query = z.output<NonNullable<(typeof catalogueSheet)['query']>>;

/** The catalogue as a file: what is exported comes in again without a change. */
export function addCatalogueFiles(app: FastifyInstance, services: Services): void {
  const findPublicUnit = async () => undefined;
  for (const route of [catalogueSheet, catalogueJson]) {
    app.get(
      route.path,
      {
        schema: { summary: route.summary, tags: ['procedures'], querystring: route.query },
        onRequest: gate(route, { findPublicUnit }),
      },
      async (request, reply) => {
        const { day, rows } = await readRows(services, request);
        const name = `Danh mục thủ tục ${formatDate(day).replaceAll('/', '-')}`;
        if (route === catalogueJson) {
          const text = JSON.stringify({ day, procedures: rows }, undefined, 1);
          return attachment(reply, `${name}.json`, 'application/json; charset=utf-8').send(text);
        }
        const sheet = {
          name: 'Danh mục thủ tục',
          lines: [
            'Danh mục thủ tục hành chính',
            `Vào ngày ${formatDate(day)}; ${rows.length} thủ tục. Sửa ngay trong bảng rồi nhập lại; mỗi mục của danh sách là một dòng trong ô.`,
          ],
          columns: sheetColumns,
          rows: rows.map((row) => {
            const cells = cellsOf(row);
            return sheetColumns.map(({ id }) => cells[id]);
          }),
        };
        return attachment(reply, `${name}.xlsx`, excelType).send(sheetStream(sheet));
      },
    );
  }
}

async function readRows(
  services: Services,
  request: FastifyRequest,
): Promise<{ day: PlainDate; rows: CatalogueRow[] }> {
  const { unitId } = request;
  if (!unitId) fail('not-signed-in', {}, 401);
  const { on, ...filters } = request.query as Query;
  const day = on ?? services.clock.today();
  const { every, codes } = await inTransaction(services.appPool, unitId, 'read', async (db) => ({
    every: await loadEveryVersion(db, unitId),
    codes: await shownCodes(db, unitId, day, filters),
  }));
  const all = new Map(every.allOn(day).map((one) => [one.code, one]));
  const shown = codes === undefined ? [...all.values()] : codes.flatMap((code) => all.get(code) ?? []);
  const rows = shown.map((one) => ({
    ...one,
    effectiveFrom: one.effectiveFrom === unknownSince ? null : one.effectiveFrom,
  }));
  return { day, rows };
}

const mostRows = 20_000;

/** Codes of the list with these filters in its order; undefined without any, for the whole catalogue. */
async function shownCodes(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
  { q, field, event, state, sort }: Omit<Query, 'on'>,
): Promise<string[] | undefined> {
  if (!q && !field && !event && !state) return undefined;
  const asked = { day, words: q, field, event, state, sort, page: 1, size: mostRows };
  return (await procedureRows(db, unitId, asked)).rows.map((row) => row.code);
}
