import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'hono/html';
import type { Id } from '#kernel/brands.ts';
import { isUuid } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import { AppError, textOf } from '#server/errors.ts';
import { asAppError } from '#server/http/error-handler.ts';
import { refuseCrossSite } from '#server/http/gate.ts';
import { makePublicUnitFinder } from '#server/http/public-unit.ts';
import type { Services } from '#server/module.ts';
import { alertBox, type Html, page } from '#server/pages/layout.ts';
import { sessionCookie, signedToken } from '#server/sessions.ts';
import { authOf } from '../auth-of.ts';
import { safePath } from '../domain/safe-path.ts';
import { type DemoPerson, demoPeopleOf } from '../queries.ts';
import { makeSignIn, type Outcome, senderOf } from './sign-in.ts';
import { passwordPage, secondStepPage, signInPage, signOutPage } from './sign-in-page.ts';

const thirtyDays = 30 * 86_400;

/** Sign-in, second step, first password and signing out: server pages that need no JavaScript. */
export function addSignInPages(app: FastifyInstance, services: Services): void {
  const auth = authOf(services);
  app.addHook('onClose', () => auth.close());
  app.register(async (pages) => {
    const show = makeShow(services);
    pages.addHook('onRequest', async (request) => refuseCrossSite(request));
    pages.setErrorHandler((error: FastifyError | Error, request, reply) => {
      const known = asAppError(error);
      if (known.status >= 500) request.log.error({ err: error }, known.code);
      return show(request, reply.code(known.status), 'Có trở ngại', errorBody(textOf(known.code, known.params)));
    });
    addSignIn(pages, services, show);
    addPassword(pages, show);
    addSignOut(pages, services, show);
  });
}

type Show = (request: FastifyRequest, reply: FastifyReply, title: string, body: Html) => Promise<FastifyReply>;

function makeShow(services: Services): Show {
  const findPublicUnit = makePublicUnitFinder(services.appPool);
  return async (request, reply, title, body) => {
    const unitId = request.session?.unitId ?? (await findPublicUnit(request));
    const { rows } = await services.appPool.query<{ name: string }>('select name from unit where id = $1', [unitId]);
    const text = await page({ title, unitName: rows[0]?.name, body, narrow: true, hidden: true });
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text);
  };
}

function addSignIn(pages: FastifyInstance, services: Services, show: Show): void {
  const signIn = makeSignIn(services);
  const findPublicUnit = makePublicUnitFinder(services.appPool);
  const limited = {
    schema: { hide: true },
    config: { rateLimit: { max: Math.ceil(services.config.requestsPerMinute / 20), timeWindow: '1 minute' } },
  };
  const demoPeople = async (request: FastifyRequest): Promise<DemoPerson[] | undefined> => {
    const unitId = services.demoClock && (await findPublicUnit(request));
    if (!unitId) return undefined;
    return inTransaction(services.appPool, unitId, 'read', (db) => demoPeopleOf(db, unitId, services.clock.today()));
  };
  const form = async (request: FastifyRequest, reply: FastifyReply, given: { message?: string; username?: string }) => {
    const next = safePath(wanted(request));
    const body = signInPage({ ...given, next, key: randomUUID(), demoPeople: await demoPeople(request) });
    return show(request, reply, 'Đăng nhập', body);
  };
  const go = (reply: FastifyReply, outcome: Extract<Outcome, { kind: 'signed-in' }>, next: string) => {
    setSession(reply, services, outcome.token);
    return reply.redirect(outcome.mustChangePassword ? `/doi-mat-khau?${query(next)}` : next, 303);
  };

  pages.get('/dang-nhap', { schema: { hide: true } }, async (request, reply) =>
    request.session ? reply.redirect(safePath(wanted(request)), 303) : form(request, reply, {}),
  );

  pages.post('/dang-nhap', limited, async (request, reply) => {
    const next = safePath(wanted(request));
    const typed = { name: field(request, 'ten'), password: field(request, 'mat_khau'), form: field(request, 'khoa') };
    const outcome = await signIn.byPassword(typed, senderOf(request));
    if (outcome.kind === 'signed-in') return go(reply, outcome, next);
    if (outcome.kind === 'second-step')
      return reply.header('set-cookie', outcome.challenge).redirect(`/dang-nhap/xac-thuc?${query(next)}`, 303);
    const message = textOf(outcome.code, outcome.params);
    return form(request, reply.code(statusOf(outcome.code)), { message, username: typed.name.slice(0, 100) });
  });

  pages.get('/dang-nhap/xac-thuc', { schema: { hide: true } }, async (request, reply) =>
    show(request, reply, 'Nhập mã xác thực', secondStepPage(safePath(wanted(request)))),
  );

  pages.post('/dang-nhap/xac-thuc', limited, async (request, reply) => {
    const next = safePath(wanted(request));
    const [totp, backup] = [field(request, 'ma').replaceAll(/\s/g, ''), field(request, 'du_phong').trim()];
    const cookies = request.headers.cookie ?? '';
    const sender = senderOf(request);
    const outcome = await signIn.bySecondStep(backup || totp, backup ? 'backup' : 'totp', cookies, sender);
    if (outcome.kind === 'signed-in') return go(reply, outcome, next);
    const message = outcome.kind === 'refused' ? textOf(outcome.code, outcome.params) : '';
    if (outcome.kind === 'refused' && outcome.code !== 'second-step-wrong')
      return form(request, reply.code(statusOf(outcome.code)), { message });
    return show(request, reply.code(401), 'Nhập mã xác thực', secondStepPage(next, message));
  });

  pages.post('/dang-nhap/trinh-dien', limited, async (request, reply) => {
    const unitId = await findPublicUnit(request);
    const who = field(request, 'ai');
    if (!unitId || !isUuid(who)) throw new AppError('not-found', {}, 404);
    const outcome = await signIn.byDemo(who as Id, unitId, senderOf(request));
    if (outcome.kind === 'signed-in') return go(reply, outcome, safePath(wanted(request)));
    throw new AppError('demo-only', {}, 404);
  });
}

function addPassword(pages: FastifyInstance, show: Show): void {
  const form = (request: FastifyRequest, reply: FastifyReply, message?: string) => {
    const { session } = request;
    if (!session) return reply.redirect('/dang-nhap', 303);
    const body = passwordPage({
      next: safePath(wanted(request)),
      key: randomUUID(),
      forced: session.mustChangePassword,
      username: session.username,
      ...(message === undefined ? {} : { message }),
    });
    return show(request, reply, 'Đổi mật khẩu', body);
  };

  pages.get('/doi-mat-khau', { schema: { hide: true } }, form);

  pages.post('/doi-mat-khau', { schema: { hide: true } }, async (request, reply) => {
    if (field(request, 'moi') !== field(request, 'lai'))
      return form(request, reply.code(400), textOf('passwords-differ'));
    const answer = await pages.inject({
      method: 'PUT',
      url: '/api/account/password',
      remoteAddress: request.ip,
      headers: {
        cookie: request.headers.cookie ?? '',
        'idempotency-key': field(request, 'khoa'),
        'user-agent': senderOf(request).device,
      },
      payload: { current: field(request, 'cu'), next: field(request, 'moi') },
    });
    if (answer.statusCode === 200) return reply.redirect(safePath(wanted(request)), 303);
    const { error } = answer.json<{ error: { message: string } }>();
    return form(request, reply.code(answer.statusCode), error.message);
  });
}

function addSignOut(pages: FastifyInstance, services: Services, show: Show): void {
  const signIn = makeSignIn(services);

  pages.get('/dang-xuat', { schema: { hide: true } }, async (request, reply) =>
    request.session
      ? show(request, reply, 'Đăng xuất', signOutPage(request.session.name))
      : reply.redirect('/dang-nhap', 303),
  );

  pages.post('/dang-xuat', { schema: { hide: true } }, async (request, reply) => {
    if (request.session?.via === 'cookie') await signIn.signOut(request.session);
    reply.clearCookie(cookieName(services), { path: '/' });
    return reply.redirect('/dang-nhap', 303);
  });
}

function setSession(reply: FastifyReply, services: Services, token: string): void {
  reply.setCookie(cookieName(services), signedToken(token, services.authSecret), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.publicUrl.startsWith('https:'),
    maxAge: thirtyDays,
    encode: (value) => value,
  });
}

function cookieName({ config }: Services): string {
  return config.publicUrl.startsWith('https:') ? `__Secure-${sessionCookie}` : sessionCookie;
}

/** A text field of a form; empty when it is missing. */
function field(request: FastifyRequest, name: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, 1_000) : '';
}

function wanted(request: FastifyRequest): string | undefined {
  const asked = (request.query as { tiep?: unknown }).tiep;
  return field(request, 'tiep') || (typeof asked === 'string' ? asked : undefined);
}

function query(next: string): string {
  return new URLSearchParams({ tiep: next }).toString();
}

function statusOf(code: string): number {
  return code.endsWith('locked') ? 429 : 401;
}

function errorBody(message: string): Html {
  return html`<h1>Có trở ngại</h1>${alertBox(message)}<p><a href="/dang-nhap">Về trang đăng nhập</a></p>`;
}
