import { foldWords } from '#kernel/fold.ts';

export const sheetColumns = [
  'code',
  'caseCode',
  'process',
  'total',
  'no',
  'name',
  'role',
  'actor',
  'unit',
  'duration',
  'product',
  'level',
  'joint',
  'next',
  'returns',
  'recallable',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** What headings say, folded; the first that fits names the column. */
const headings: readonly (readonly [SheetColumn, RegExp])[] = [
  ['code', /^ma( so)?( thu tuc| tthc| quy trinh)?( hanh chinh)?$/],
  ['caseCode', /^(ma )?truong hop$/],
  ['process', /^(ten )?(thu tuc|tthc|quy trinh)( hanh chinh| noi bo)?$/],
  ['total', /^(tong thoi (gian|han)|thoi han giai quyet|tong cong|tong so)/],
  ['next', /^(buoc tiep|chuyen (den|toi))/],
  ['returns', /^(tra lai|quay lai)/],
  ['recallable', /^(duoc )?thu hoi/],
  ['no', /^(stt|tt|so tt|so thu tu|thu tu|buoc|so buoc|buoc so|buoc thu)$/],
  ['role', /^vai tro/],
  ['name', /^(noi dung|cong viec|ten buoc|trinh tu|cac buoc|cong doan|buoc thuc hien|hoat dong|ten cong viec)/],
  ['unit', /^(don vi (tinh|thoi gian)|dvt)/],
  ['duration', /^(thoi gian|dinh muc|thoi luong)/],
  ['actor', /^(don vi|co quan|bo phan|nguoi|trach nhiem|chuc danh|doi tuong|can bo|noi|chu the|don vi nguoi)( |$)/],
  ['product', /^(san pham|ket qua|bieu mau)/],
  ['level', /^cap( |$)/],
  ['joint', /^lien thong/],
];

/** Where each column of a table stands, and the unit its heading of times names. */
export interface Layout {
  readonly at: ReadonlyMap<SheetColumn, number>;
  readonly unit: string;
}

/** The columns that a row of headings names; undefined for every other row. */
export function findLayout(row: readonly string[]): Layout | undefined {
  const at = new Map<SheetColumn, number>();
  let unit = '';
  for (const [index, cell] of row.entries()) {
    const [, bare = cell, inside = ''] = /^([^(]*)\(([^)]*)\)\s*$/.exec(cell) ?? [];
    const column = headings.find(([, pattern]) => pattern.test(foldWords(bare)))?.[0];
    if (column === undefined || at.has(column)) continue;
    at.set(column, index);
    if (column === 'duration') unit = inside;
  }
  return at.has('duration') && (at.has('actor') || at.has('name') || at.has('role')) ? { at, unit } : undefined;
}
