import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { html } from 'hono/html';
import { AppError, textOf } from '../errors.ts';
import { isConnectionLost } from '../lost-connection.ts';
import { page } from '../pages/layout.ts';
import { invalidInput } from './invalid-input.ts';

const byStatus: Readonly<Record<number, string>> = {
  404: 'not-found',
  413: 'body-too-large',
  429: 'too-many-requests',
  503: 'busy',
};

/** PostgreSQL gave way to another transaction: a deadlock, or a lock that did not come in time. */
const waitedInVain: ReadonlySet<string> = new Set(['40P01', '40001', '55P03']);

/** Turns whatever was thrown into `{ error: { code, params, message, details } }` in Vietnamese, hiding the inside. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asAppError(error);
  if (known.status >= 500) request.log.error({ err: error, support: known.params['support'] }, known.code);
  if (wantsPage(request)) return sendPage(reply, known);
  return reply.code(known.status).send({
    error: {
      code: known.code,
      params: known.params,
      message: textOf(known.code, known.params),
      ...(known.details === undefined ? {} : { details: known.details }),
    },
  });
}

/** A person's browser that opened an address, not a program or a screen that asks for data. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}

async function errorPage(error: AppError): Promise<string> {
  const title = error.status === 404 ? 'Không có trang này' : 'Chưa mở được trang';
  const body = html`<h1>${title}</h1><p>${textOf(error.code, error.params)}</p><p><a class="button" href="/">Về trang đầu</a></p>`;
  return page({ title, unitName: undefined, body, narrow: true, hidden: true });
}

function sendPage(reply: FastifyReply, error: AppError): FastifyReply {
  void errorPage(error).then((text) => reply.code(error.status).type('text/html; charset=utf-8').send(text));
  return reply;
}

/** The refusal that people are told about, whatever was thrown. */
export function asAppError(error: FastifyError | Error): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((one) => ({
      path: one.instancePath.split('/').filter(Boolean),
      message: one.message ?? '',
    }));
    return invalidInput(issues, error.validationContext ?? 'body');
  }
  const { statusCode } = error as Partial<FastifyError>;
  if (isConnectionLost(error)) return new AppError('database-away', {}, 503);
  if (waitedInVain.has((error as { code?: string }).code ?? '')) return new AppError('busy', {}, 503);
  const named = statusCode === undefined ? undefined : byStatus[statusCode];
  if (named) return new AppError(named, {}, statusCode ?? 500);
  if (statusCode !== undefined && statusCode < 500) return new AppError('invalid', {}, statusCode);
  return new AppError('internal', { support: randomBytes(4).toString('hex') }, 500);
}
