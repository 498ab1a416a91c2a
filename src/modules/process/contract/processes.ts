import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { id, pageOf, pageQuery } from '#modules/fields.ts';
import { caseCode, code, processName, term, versionHead } from './body.ts';

const head = {
  id,
  procedureCode: z.string(),
  caseCode: z.string(),
  name: z.string(),
};

const processRow = z.object({
  ...head,
  /** The version in force today; null when the default process is used. */
  inForce: z.object({ id, number: z.int(), effectiveFrom: z.string().nullable(), citation: z.string() }).nullable(),
  /** The version to open: the draft, else the one in force, else the newest. */
  shown: z.object({ ...versionHead, stepCount: z.int() }),
  errors: z.int(),
  warnings: z.int(),
});
export type ProcessRow = z.infer<typeof processRow>;

export const processStates = ['in-force', 'draft', 'example'] as const;

export const listProcesses = route({
  method: 'GET',
  path: '/api/processes',
  permission: 'process.read',
  db: 'read',
  summary: 'Quy trình nội bộ theo thủ tục, kèm số lỗi và điểm cần xem',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(processStates).optional(),
    sort: z.enum(['procedureCode', '-procedureCode', 'name', '-name']).optional(),
  }),
  answer: pageOf(processRow),
});

const processAnswer = z.object({
  ...head,
  /** What the catalogue of procedures says; null where it does not know the code or its time limit. */
  procedureName: z.string().nullable(),
  legalTerm: term.nullable(),
  versions: z.array(z.object({ ...versionHead, stepCount: z.int() })),
});

export const getProcess = route({
  method: 'GET',
  path: '/api/processes/:id',
  permission: 'process.read',
  db: 'read',
  summary: 'Một quy trình với mọi phiên bản',
  params: z.strictObject({ id }),
  answer: processAnswer,
});

export const createProcess = route({
  method: 'POST',
  path: '/api/processes',
  permission: 'process.manage',
  db: 'write',
  summary: 'Tạo quy trình cho một thủ tục, bắt đầu từ quy trình mặc định hoặc từ một phiên bản có sẵn',
  body: z.strictObject({
    procedureCode: code,
    caseCode: caseCode.default(''),
    name: processName,
    /** A version to copy, e.g. an example; without one the default process is taken. */
    copyOf: id.optional(),
    /** The time to share out; without one the legal term of the catalogue is taken. */
    term: term.optional(),
  }),
  answer: z.object({ id, versionId: id }),
});

export const startVersion = route({
  method: 'POST',
  path: '/api/processes/:id/versions',
  permission: 'process.manage',
  db: 'write',
  summary: 'Bắt đầu một bản thảo mới từ một phiên bản của quy trình',
  params: z.strictObject({ id }),
  body: z.strictObject({ copyOf: id }),
  answer: z.object({ versionId: id }),
});

export const addExamples = route({
  method: 'POST',
  path: '/api/process-examples',
  permission: 'process.manage',
  db: 'write',
  summary: 'Thêm các quy trình ví dụ của các tỉnh; đã có thì không thêm lại',
  body: z.strictObject({}),
  answer: z.object({ added: z.int() }),
});
