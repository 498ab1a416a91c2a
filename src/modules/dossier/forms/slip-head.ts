import { sql } from 'kysely';
import QRCode from 'qrcode';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Db } from '#server/db.ts';
import { committeeOf } from '#server/pages/layout.ts';
import type { SlipHead } from './slip-data.ts';

/** What heads every slip of a unit on a day: its name then, the body above it, and where it is reached. */
export type UnitHead = Pick<SlipHead, 'unit' | 'parent' | 'desk' | 'place' | 'phone'>;

const fullCommittee = (name: string) => committeeOf(name).replace(/^UBND /, 'Ủy ban nhân dân ');

/** The head as the unit and the body above it were called on the day of issue. */
export async function unitHeadOn(db: Db, unitId: UnitId, day: PlainDate): Promise<UnitHead> {
  const { rows } = await sql<{ name: string; short: string; parent: string | null }>`
    select coalesce(n.name, u.name) as name, coalesce(n.short_name, u.short_name) as short,
      coalesce(pn.name, p.name) as parent
    from unit u
    left join unit_name n on n.unit_id = u.id and daterange(n.valid_from, n.valid_to, '[]') @> ${day}::date
    left join unit_parent up on up.unit_id = u.id and daterange(up.valid_from, up.valid_to, '[]') @> ${day}::date
    left join unit p on p.id = coalesce(up.parent_id, u.parent_id)
    left join unit_name pn on pn.unit_id = p.id and daterange(pn.valid_from, pn.valid_to, '[]') @> ${day}::date
    where u.id = ${unitId}`.execute(db);
  const { rows: desks } = await sql<{ name: string; phone: string | null }>`
    select name, phone from reception_point
    where unit_id = ${unitId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    order by sort, name limit 1`.execute(db);
  const unit = rows[0];
  if (!unit) throw new Error('a unit has a row');
  const contact = await getSetting(db, unitId, 'office.contact');
  return {
    unit: fullCommittee(unit.name),
    parent: unit.parent ? fullCommittee(unit.parent) : '',
    desk: desks[0]?.name ?? 'Bộ phận Tiếp nhận và Trả kết quả',
    place: unit.short,
    phone: desks[0]?.phone ?? contact.phone,
  };
}

/** Where anybody checks a slip or result, by its random token. */
export function checkAddress(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/kiem-tra/${token}`;
}

/** The QR of an address as SVG. */
export async function qrOf(address: string): Promise<string> {
  return await QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
}
