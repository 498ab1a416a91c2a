import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id } from '#modules/fields.ts';

/** Only for the gate, the matrix of rights and OpenAPI: the answers are PDF files. */
export const printForm = route({
  method: 'GET',
  path: '/api/dossier-forms/:formId/print.pdf',
  permission: 'dossier.own',
  db: 'none',
  summary: 'In phiếu đã lập (PDF)',
  params: z.strictObject({ formId: id }),
  answer: done,
});

export const printControl = route({
  method: 'GET',
  path: '/api/dossiers/:dossierId/control.pdf',
  permission: 'dossier.own',
  db: 'none',
  summary: 'In Phiếu kiểm soát quá trình giải quyết hồ sơ (PDF)',
  params: z.strictObject({ dossierId: id }),
  answer: done,
});
