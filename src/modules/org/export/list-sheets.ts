import type { UnitId } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { SheetCell } from '#server/sheet.ts';
import type { Recipient } from '../contract/recipients.ts';
import type { SubstitutionRow } from '../contract/substitutions.ts';
import type { ExportedList } from '../domain/exported-lists.ts';
import { departmentRows } from '../queries/department-rows.ts';
import { dutyRows } from '../queries/duty-rows.ts';
import type { Listing, Page } from '../queries/listing.ts';
import { personRows } from '../queries/person-rows.ts';
import { receptionPointRows, recipientRows } from '../queries/place-rows.ts';
import { positionRows } from '../queries/position-rows.ts';
import { substitutionRows } from '../queries/substitution-rows.ts';
import { bearerText, holderText, purposeWords } from '../text.ts';

/** What narrows the list of posts besides the day and the words. */
export type PostFilter = Parameters<typeof positionRows>[3];

/** A list as a sheet: what it is called, its columns, and its rows as cells. */
export interface ListSheet {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  read(db: Db, unitId: UnitId, listing: Listing, filter: PostFilter): Promise<readonly (readonly SheetCell[])[]>;
}

type Read<Row> = (db: Db, unitId: UnitId, listing: Listing, filter: PostFilter) => Promise<Page<Row>>;
type ColumnOf<Row> = readonly [heading: string, width: number, cell: (row: Row) => SheetCell];

function sheet<Row>(title: string, rows: Read<Row>, columns: readonly ColumnOf<Row>[]): ListSheet {
  return {
    title,
    columns: columns.map(([heading, width]) => ({ heading, width })),
    read: async (db, unitId, listing, filter) => {
      const page = await rows(db, unitId, listing, filter);
      return page.rows.map((row) => columns.map(([, , cell]) => cell(row)));
    },
  };
}

const dayOf = (day: PlainDate | null) => (day === null ? '' : formatDate(day));
const from: ColumnOf<{ validFrom: PlainDate }> = ['Từ ngày', 12, (row) => dayOf(row.validFrom)];
const to: ColumnOf<{ validTo: PlainDate | null }> = ['Đến ngày', 12, (row) => dayOf(row.validTo)];

export const listSheets: Readonly<Record<ExportedList, ListSheet>> = {
  departments: sheet('Phòng, ban, bộ phận', departmentRows, [
    ['Tên', 40, (row) => row.name],
    ['Thuộc', 30, (row) => row.parentName],
    ['Số chức danh', 12, (row) => row.posts],
    from,
    to,
  ]),
  positions: sheet('Chức danh', positionRows, [
    ['Chức danh', 40, (row) => row.title],
    ['Người giữ', 30, (row) => row.holders.map(holderText).join('\n') || 'Đang khuyết'],
    ['Phòng, ban, bộ phận', 30, (row) => row.departmentName],
    ['Đầu mối', 40, (row) => row.duties.map((duty) => duty.name).join('\n')],
    ['Số người', 10, (row) => row.seats],
    from,
    to,
  ]),
  people: sheet('Cán bộ, công chức', personRows, [
    ['Họ và tên', 28, (row) => row.name],
    ['Chức danh', 45, (row) => row.posts.map(({ title, mode }) => holderText({ name: title, mode })).join('\n')],
    ['Người làm thay', 26, (row) => row.substitute],
    ['Thư điện tử', 30, (row) => row.email],
    ['Điện thoại', 16, (row) => row.phone],
    from,
    to,
  ]),
  duties: sheet('Đầu mối', dutyRows, [
    ['Đầu mối', 40, (row) => row.name],
    ['Chức danh đảm nhận', 40, (row) => row.bearer.position?.title ?? 'Chưa giao'],
    ['Người đảm nhận', 40, (row) => bearerText(row.bearer)],
    from,
    to,
  ]),
  substitutions: sheet<SubstitutionRow>(
    'Làm thay',
    (db, unitId, listing) => substitutionRows(db, unitId, listing, {}),
    [
      ['Người vắng', 28, (row) => row.awayName],
      ['Người làm thay', 28, (row) => row.substituteName],
      from,
      to,
      ['Lý do', 45, (row) => row.reason],
    ],
  ),
  'reception-points': sheet('Điểm tiếp nhận hồ sơ', receptionPointRows, [
    ['Điểm tiếp nhận', 40, (row) => row.name],
    ['Địa chỉ', 45, (row) => row.address],
    ['Giờ làm việc', 35, (row) => row.hours],
    ['Điện thoại', 16, (row) => row.phone],
    from,
    to,
  ]),
  recipients: sheet<Recipient>(
    'Nơi nhận báo cáo',
    (db, unitId, listing) => recipientRows(db, unitId, listing, undefined),
    [
      ['Nơi nhận', 40, (row) => row.name],
      ['Nhận', 35, (row) => purposeWords[row.purpose] ?? row.purpose],
      ['Căn cứ', 35, (row) => row.citation],
      from,
      to,
    ],
  ),
};
