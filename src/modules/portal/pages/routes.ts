import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UnitId } from '#kernel/brands.ts';
import { type Db, inTransaction } from '#server/db.ts';
import { makePublicUnitFinder } from '#server/http/public-unit.ts';
import type { Services } from '#server/module.ts';
import { type Html, page } from '#server/pages/layout.ts';
import { findPublicPlan, findPublicProgress, loadPublicUnit } from '../queries.ts';
import { contactFoot, homePage, lostPage } from './home.ts';
import { fieldPage, planPage } from './plan.ts';
import { showProcedure, showProcedures } from './show-procedures.ts';

interface Params {
  unitCode?: string;
  year?: string;
  field?: string;
  code?: string;
}

type Show = (
  db: Db,
  unitId: UnitId,
  request: FastifyRequest,
  base: string,
) => Promise<{ title: string; body: Html } | undefined>;

const keptSeconds = 60;

/** The public pages of the installation's own unit at `/`, and of any unit at `/xa/<code>`. */
export function addPublicPages(app: FastifyInstance, services: Services): void {
  const findUnit = makePublicUnitFinder(services.appPool);
  const serve = (show: Show) => async (request: FastifyRequest, reply: FastifyReply) => {
    const unitId = await findUnit(request);
    const { unitCode } = request.params as Params;
    const base = unitCode === undefined ? '' : `/xa/${encodeURIComponent(unitCode)}`;
    if (!unitId)
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(await page({ title: 'Không có trang này', unitName: undefined, body: lostPage('/'), hidden: true }));
    const html = await inTransaction(services.appPool, unitId, 'read', async (db) => {
      const shown = await show(db, unitId, request, base);
      const unit = await loadPublicUnit(db, unitId);
      return {
        isFound: shown !== undefined,
        text: await page({
          title: shown?.title ?? 'Không có trang này',
          unitName: unit.name,
          body: shown?.body ?? lostPage(base || '/'),
          nav: [
            { label: 'Thủ tục', href: `${base}/thu-tuc` },
            ...unit.plans
              .slice(0, 2)
              .map((plan) => ({ label: `Kế hoạch ${plan.year}`, href: `${base}/ke-hoach/${plan.year}` })),
            { label: 'Cán bộ đăng nhập', href: '/dang-nhap' },
          ],
          foot: contactFoot(unit, services.demoClock !== undefined),
        }),
      };
    });
    return reply
      .code(html.isFound ? 200 : 404)
      .header('cache-control', `public, max-age=${html.isFound ? keptSeconds : 0}`)
      .type('text/html; charset=utf-8')
      .send(html.text);
  };
  const home = serve(async (db, unitId, _request, base) => ({
    title: 'Cải cách hành chính',
    body: homePage(await loadPublicUnit(db, unitId), base),
  }));
  const plan = serve(async (db, unitId, request, base) => {
    const content = await findPublicPlan(db, unitId, Number((request.params as Params).year));
    const asked = (request.query as { tim?: unknown }).tim;
    const words = typeof asked === 'string' ? asked.slice(0, 200) : '';
    const progress = content && (await findPublicProgress(db, unitId, content.id));
    return content && { title: content.title, body: planPage(content, base, words, progress) };
  });
  const field = serve(async (db, unitId, request, base) => {
    const { year, field: code } = request.params as Params;
    const content = await findPublicPlan(db, unitId, Number(year));
    const shown = content?.fields.find((one) => one.code === code);
    return content && shown && { title: `${shown.name} – ${content.title}`, body: fieldPage(content, shown, base) };
  });
  const today = () => services.clock.today();
  const procedures = serve((db, unitId, request, base) =>
    showProcedures(db, unitId, request.query as Record<string, unknown>, today(), base),
  );
  const procedure = serve((db, unitId, request, base) => {
    const { code = '' } = request.params as Params;
    return showProcedure(db, unitId, code, request.query as Record<string, unknown>, today(), base);
  });
  for (const prefix of ['', '/xa/:unitCode']) {
    app.get(prefix || '/', { schema: { hide: true } }, home);
    app.get(`${prefix}/thu-tuc`, { schema: { hide: true } }, procedures);
    app.get(`${prefix}/thu-tuc/:code`, { schema: { hide: true } }, procedure);
    app.get(`${prefix}/ke-hoach/:year`, { schema: { hide: true } }, plan);
    app.get(`${prefix}/ke-hoach/:year/:field`, { schema: { hide: true } }, field);
  }
}
