import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, version } from '#modules/fields.ts';
import { reportPeriods } from './domain/report-term.ts';
import { sectionStates } from './domain/section-rules.ts';

const sectionState = z.enum(sectionStates);
const reason = z.string().trim().min(5, { error: 'Xin ghi lý do, ít nhất 5 ký tự.' }).max(2000);

/** Who answers for a section or a report: the post and who acts in it today. */
const owner = z.object({
  positionId: id.nullable(),
  title: z.string(),
  people: z.array(z.object({ id, name: z.string(), insteadOf: z.string().nullable() })),
});

const possible = z.object({ act: z.string(), allowed: z.boolean(), why: z.string().nullable() });

const sectionRow = z.object({
  id,
  reportId: id,
  period: z.string(),
  periodWords: z.string(),
  title: z.string(),
  fieldCode: z.string().nullable(),
  owner,
  state: sectionState,
  content: z.string(),
  nothingNew: z.boolean(),
  innerDue: day,
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  insteadOf: z.string().nullable(),
  reason: z.string().nullable(),
  urgedAt: z.string().nullable(),
  urgedBy: z.string().nullable(),
  acts: z.array(possible),
  version: z.int(),
});
export type SectionRow = z.infer<typeof sectionRow>;

const reportRow = z.object({
  id,
  planId: id,
  planYear: z.int(),
  period: z.string(),
  periodWords: z.string(),
  cutOff: day,
  due: day,
  innerDue: day,
  /** Due less than one working day after the cut-off: figures are estimates. */
  estimated: z.boolean(),
  state: z.enum(['collecting', 'signed']),
  signedOn: day.nullable(),
  counts: z.object({ missing: z.int(), submitted: z.int(), accepted: z.int(), returned: z.int() }),
  /** Outputs it closed, or would close if it were signed now. */
  serves: z.int(),
  version: z.int(),
});
export type ReportRow = z.infer<typeof reportRow>;

export const listReports = route({
  method: 'GET',
  path: '/api/reports',
  permission: 'work.read',
  db: 'read',
  summary: 'Báo cáo định kỳ của các kế hoạch, kỳ gần nhất trước',
  query: z.strictObject({
    year: z.coerce.number().int().min(1990).max(2200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({ rows: z.array(reportRow), total: z.int(), page: z.int(), size: z.int() }),
});

const params = z.strictObject({ reportId: id });

export const getReport = route({
  method: 'GET',
  path: '/api/reports/:reportId',
  permission: 'work.read',
  db: 'read',
  summary: 'Một báo cáo: các phần, phần thiếu, sản phẩm và nghĩa vụ báo cáo được hoàn thành theo',
  params,
  answer: z.object({
    report: reportRow,
    compiler: owner,
    document: z.object({ id, title: z.string() }).nullable(),
    sections: z.array(sectionRow),
    outputs: z.array(z.object({ id, title: z.string(), place: z.string(), closed: z.boolean() })),
    duties: z.array(z.object({ id, section: z.string(), about: z.string(), recipient: z.string() })),
    mayManage: z.boolean(),
  }),
});

/** *Phần của tôi*: only the sections of my posts and of those I stand in for. */
export const listMySections = route({
  method: 'GET',
  path: '/api/my-report-sections',
  permission: 'work.read',
  db: 'read',
  summary: 'Phần của tôi trong các báo cáo chưa ký',
  answer: z.object({ rows: z.array(sectionRow) }),
});

const sectionParams = z.strictObject({ sectionId: id });
const text = {
  content: z.string().max(50_000, { error: 'Tối đa 50.000 ký tự.' }),
  nothingNew: z.boolean().default(false),
};
const act = <B extends z.ZodType>(path: string, permission: string, summary: string, body: B) =>
  route({
    method: 'POST',
    path: `/api/report-sections/:sectionId/${path}`,
    permission,
    db: 'write',
    summary,
    params: sectionParams,
    body,
    answer: z.object({ id, version: z.int(), state: sectionState }),
  });

export const saveSection = act('save', 'work.do', 'Lưu phần đang viết', z.strictObject({ version, ...text }));
export const submitSection = act('submit', 'work.do', 'Nộp phần báo cáo', z.strictObject({ version, ...text }));
export const withdrawSection = act('withdraw', 'work.do', 'Rút lại phần đã nộp', z.strictObject({ version }));
export const acceptSection = act('accept', 'work.manage', 'Chấp nhận phần báo cáo', z.strictObject({ version }));
export const returnSection = act('return', 'work.manage', 'Trả lại phần báo cáo', z.strictObject({ version, reason }));
export const urgeSection = act('urge', 'work.manage', 'Đôn đốc nộp phần báo cáo', z.strictObject({ version }));
export const assignSection = act(
  'assign',
  'work.manage',
  'Giao phần báo cáo cho vị trí khác',
  z.strictObject({ version, positionId: id }),
);

export const urgeMissing = route({
  method: 'POST',
  path: '/api/reports/:reportId/urge-missing',
  permission: 'work.manage',
  db: 'write',
  summary: 'Đôn đốc mọi phần chưa nộp, một lần bấm',
  params,
  body: z.strictObject({}),
  answer: z.object({ urged: z.int(), nobody: z.array(z.string()) }),
});

export const signReport = route({
  method: 'POST',
  path: '/api/reports/:reportId/sign',
  permission: 'work.manage',
  db: 'write',
  summary: 'Ghi nhận báo cáo đã ký: hoàn thành mọi sản phẩm là báo cáo của kỳ',
  params,
  body: z.strictObject({
    version,
    evidenceId: id,
    /** Signs although sections are missing; they stay named in the report. */
    despiteMissing: z.boolean().default(false),
  }),
  answer: z.object({ id, version: z.int(), serves: z.int() }),
});

const term = z.object({
  period: z.enum(reportPeriods),
  cutMonth: z.int().min(1).max(12),
  cutDay: z.int().min(1).max(31),
  dueMonth: z.int().min(1).max(12),
  dueDay: z.int().min(1).max(31),
  nextYear: z.boolean(),
  innerDays: z.int().min(0).max(30),
  estimated: z.boolean(),
  validFrom: day,
  citation: z.string(),
  /** 0: the usual term, never set by this unit. */
  version: z.int(),
});
export type TermRow = z.infer<typeof term>;

export const listReportTerms = route({
  method: 'GET',
  path: '/api/report-terms',
  permission: 'work.read',
  db: 'read',
  summary: 'Lịch báo cáo của đơn vị hôm nay',
  answer: z.object({ rows: z.array(term) }),
});

export const setReportTerm = route({
  method: 'PUT',
  path: '/api/report-terms/:period',
  permission: 'work.manage',
  db: 'write',
  summary: 'Đổi ngày chốt, ngày gửi của một kỳ báo cáo, theo văn bản',
  params: z.strictObject({ period: z.enum(reportPeriods) }),
  body: z.strictObject({
    cutMonth: z.int().min(1).max(12),
    cutDay: z.int().min(1).max(31),
    dueMonth: z.int().min(1).max(12),
    dueDay: z.int().min(1).max(31),
    nextYear: z.boolean().default(false),
    innerDays: z.int().min(0).max(30),
    estimated: z.boolean().default(false),
    validFrom: day,
    citation: z.string().trim().min(3, { error: 'Xin ghi văn bản quy định.' }).max(500),
  }),
  answer: term,
});
