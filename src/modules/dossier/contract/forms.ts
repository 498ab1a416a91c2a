import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, done, id } from '#modules/fields.ts';

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

export const printSpareSet = route({
  method: 'GET',
  path: '/api/reserved-codes/set.pdf',
  permission: 'dossier.receive',
  db: 'none',
  summary: 'In bộ dự phòng của ngày: bảng ngày hẹn, sổ, phiếu trắng mang mã đã giữ (PDF)',
  query: z.strictObject({ day }),
  answer: done,
});
