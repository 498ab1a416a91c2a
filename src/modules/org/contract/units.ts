import { z } from 'zod';
import { route } from '#kernel/route.ts';
import { day, id, pageOf, version } from '#modules/fields.ts';
import { successionKinds } from '../domain/succession.ts';
import { code, datedQuery, dates, idParams, line } from './fields.ts';

const citation = line(300, 'Xin ghi số, ngày của văn bản làm căn cứ.');
const name = line(200, 'Xin ghi tên đơn vị.');
const shortName = line(100, 'Xin ghi tên ngắn.');
const level = z.string().max(31);
const kind = z.enum(successionKinds);

const unitRow = z.object({
  id,
  code: z.string(),
  /** Name on the day asked for. */
  name: z.string(),
  shortName: z.string(),
  level: z.string(),
  levelName: z.string(),
  /** The unit above on the day. */
  parentId: id.nullable(),
  host: z.string().nullable(),
  ...dates,
  own: z.boolean(),
  /** An entry kept for a body that does not work in this installation. */
  kept: z.boolean(),
  version,
  /** Null when the person asking may change the entry; otherwise why not, in words. */
  whyNotEdit: z.string().nullable(),
});
export type UnitRow = z.infer<typeof unitRow>;

/** A unit in the list, which is in the order of the tree; how many of the units above it are in the list too. */
const unitLine = unitRow.extend({ depth: z.int() });
export type UnitLine = z.infer<typeof unitLine>;

export const listUnits = route({
  method: 'GET',
  path: '/api/org/units',
  permission: 'org.read',
  db: 'read',
  summary: 'Cây đơn vị có liên quan vào một ngày',
  query: z.strictObject(datedQuery),
  answer: pageOf(unitLine),
});

const link = z.object({ id, name: z.string(), kind, heir: z.boolean(), day, citation: z.string() });

export const unitDetail = unitRow.extend({
  names: z.array(z.object({ name: z.string(), shortName: z.string(), ...dates, citation: z.string() })),
  parents: z.array(z.object({ id, name: z.string(), ...dates, citation: z.string() })),
  predecessors: z.array(link),
  successors: z.array(link),
});
export type UnitDetail = z.infer<typeof unitDetail>;

export const getUnit = route({
  method: 'GET',
  path: '/api/org/units/:id',
  permission: 'org.read',
  db: 'read',
  summary: 'Một đơn vị: tên, cấp trên, tiền thân và đơn vị kế tiếp theo thời gian',
  params: idParams,
  query: z.strictObject({ on: day.optional() }),
  answer: unitDetail,
});

export const listLevels = route({
  method: 'GET',
  path: '/api/org/levels',
  permission: 'org.read',
  db: 'read',
  summary: 'Các cấp hành chính theo thời gian',
  answer: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        committee: z.string(),
        rank: z.int(),
        ...dates,
        citation: z.string(),
      }),
    ),
  }),
});

const newUnit = {
  code,
  name,
  shortName,
  level,
};

export const createUnit = route({
  method: 'POST',
  path: '/api/org/units',
  permission: 'org.manage',
  db: 'write',
  summary: 'Thêm đơn vị cấp dưới, hoặc một cơ quan ngoài hệ thống để ghi nơi nhận, cấp trên',
  body: z.strictObject({
    ...newUnit,
    parentId: id.nullable(),
    validFrom: day,
    validTo: day.nullable(),
    /** True for a body that does not work in this installation; its entry is kept by this unit. */
    outside: z.boolean().default(false),
    citation,
  }),
  answer: unitDetail,
});

export const renameUnit = route({
  method: 'POST',
  path: '/api/org/units/:id/rename',
  permission: 'org.manage',
  db: 'write',
  summary: 'Đổi tên đơn vị từ một ngày; tên cũ vẫn đọc được',
  params: idParams,
  body: z.strictObject({ name, shortName, from: day, citation, version }),
  answer: unitDetail,
});

export const moveUnit = route({
  method: 'POST',
  path: '/api/org/units/:id/move',
  permission: 'org.manage',
  db: 'write',
  summary: 'Chuyển đơn vị sang cấp trên khác từ một ngày',
  params: idParams,
  body: z.strictObject({ parentId: id, from: day, citation, version }),
  answer: unitDetail,
});

export const endUnit = route({
  method: 'POST',
  path: '/api/org/units/:id/end',
  permission: 'org.manage',
  db: 'write',
  summary: 'Kết thúc đơn vị sau một ngày, hoặc sửa ngày kết thúc',
  params: idParams,
  body: z.strictObject({ lastDay: day.nullable(), citation, version }),
  answer: unitDetail,
});

export const setUnitHost = route({
  method: 'PUT',
  path: '/api/org/units/:id/host',
  permission: 'org.manage',
  db: 'write',
  summary: 'Đặt tên miền riêng cho trang công khai của đơn vị',
  params: idParams,
  body: z.strictObject({
    host: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
        error: 'Tên miền chưa đúng, ví dụ hoangtien.thanhhoa.gov.vn.',
      })
      .nullable(),
    version,
  }),
  answer: unitDetail,
});

/** A unit that goes on: one that exists, or a new one founded on the day. */
const successor = z.union([
  z.strictObject({ id, heir: z.boolean() }),
  z.strictObject({ ...newUnit, parentId: id.nullable(), heir: z.boolean() }),
]);

/** A merge, split or refounding on a day. */
export const reorganisation = z.strictObject({
  kind,
  day,
  citation,
  predecessors: z.array(z.strictObject({ id, version })).min(1).max(50),
  successors: z.array(successor).min(1).max(50),
  /** A split after which the predecessor goes on with less. */
  predecessorContinues: z.boolean().default(false),
});
export type ReorganisationForm = z.infer<typeof reorganisation>;

export const reorganiseUnits = route({
  method: 'POST',
  path: '/api/org/successions',
  permission: 'org.manage',
  db: 'write',
  summary: 'Nhập, chia tách hoặc thành lập lại đơn vị từ một ngày, theo văn bản làm căn cứ',
  body: reorganisation,
  answer: z.object({ predecessors: z.array(unitDetail), successors: z.array(unitDetail) }),
});
