import type { FastifyReply } from 'fastify';
import { fold } from '#kernel/fold.ts';

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Marks an answer as a file for saving under a Vietnamese name, never shown inside the site and never kept by caches. */
export function attachment(reply: FastifyReply, name: string, type: string): FastifyReply {
  const plain = fold(name).replace(/[^\w.-]+/g, '-');
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store');
}
