import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '#server/db.ts';
import { makePublicUnitFinder } from '#server/http/public-unit.ts';
import type { Services } from '#server/module.ts';
import { page } from '#server/pages/layout.ts';
import { checkPage, noSuchCodePage } from './check-page.ts';
import { findToken } from './find-token.ts';

/** A token has 128 bits, so that it cannot be guessed; what looks otherwise is not asked for. */
const tokenForm = /^[A-Za-z0-9_-]{20,64}$/;

/** The public check of slips and results by QR: `/kiem-tra/<token>`. */
export function addCheckPages(app: FastifyInstance, services: Services): void {
  const findUnit = makePublicUnitFinder(services.appPool);
  const show = async (request: FastifyRequest, reply: FastifyReply) => {
    const unitId = await findUnit(request);
    const { token } = request.params as { token: string };
    const read = unitId
      ? await inTransaction(services.appPool, unitId, 'read', async (db) => ({
          found: tokenForm.test(token) ? await findToken(db, unitId, token) : undefined,
          unit: await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst(),
        }))
      : undefined;
    const found = read?.found;
    const text = await page({
      title: found ? 'Kiểm tra phiếu' : 'Không có phiếu mang mã này',
      unitName: read?.unit?.name,
      body: found ? checkPage(found) : noSuchCodePage(),
      narrow: true,
      hidden: true,
    });
    return reply
      .code(found ? 200 : 404)
      .header('cache-control', 'private, no-store')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(text);
  };
  for (const prefix of ['', '/xa/:unitCode']) {
    app.get(`${prefix}/kiem-tra/:token`, { schema: { hide: true } }, show);
  }
}
