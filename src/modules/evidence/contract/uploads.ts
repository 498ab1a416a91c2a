import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { done, id } from '#modules/fields.ts';

/** Largest file that is taken. */
export const mostUploadMb = 200;

/** A small file in one request; large ones are sent in parts to `/api/uploads` (tus 1.0). Gives the token of either. */
export const uploadWhole = route({
  method: 'POST',
  path: '/api/uploads/whole',
  permission: 'evidence.add',
  db: 'write',
  file: true,
  mostFileMb: mostUploadMb,
  summary: 'Gửi một tệp; trả về mã để dùng khi nhập minh chứng',
  answer: z.object({
    uploadId: id,
    name: z.string(),
    size: z.int(),
    sha256: z.string(),
    mediaType: z.string(),
  }),
});

/** Only for the gate and OpenAPI: files in parts, by the protocol tus 1.0 (HEAD, POST, PATCH, DELETE). */
export const uploadInParts = route({
  method: 'POST',
  path: '/api/uploads',
  permission: 'evidence.add',
  db: 'none',
  summary: 'Gửi tệp lớn từng phần theo giao thức tus 1.0: đứt đường truyền thì gửi tiếp từ chỗ dở',
  answer: done,
});
