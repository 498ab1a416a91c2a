import { fold } from '#kernel/fold.ts';

/** What a column of a plan's table, or a label in its text, holds. */
export type ColumnKind =
  | 'no'
  | 'content'
  | 'outputs'
  | 'lead'
  | 'coordinators'
  | 'leadAndCoordinators'
  | 'otherRole'
  | 'deadline'
  | 'outputsAndDeadline'
  | 'indicator'
  | 'value'
  | 'other';

export interface Column {
  readonly kind: ColumnKind;
  /** The heading as written. */
  readonly title: string;
}

const rules: readonly (readonly [ColumnKind, RegExp])[] = [
  ['no', /^(?:s?tt|so tt|so thu tu|so)$/],
  ['leadAndCoordinators', /chu tri.*phoi hop|phoi hop.*chu tri/],
  ['coordinators', /phoi hop/],
  ['lead', /chu tri|chiu trach nhiem|phu trach(?! linh vuc)|dau moi/],
  ['outputsAndDeadline', /(?:san pham|ket qua).*(?:thoi gian|thoi han)|(?:thoi gian|thoi han).*(?:san pham|ket qua)/],
  [
    'deadline',
    /^(?:thoi (?:gian|han|diem)|tien do|(?:ngay|han|thang|nam) (?:hoan thanh|thuc hien)|han|lo trinh|hoan thanh)/,
  ],
  ['outputs', /^(?:du kien )?(?:ten |cac |loai )?(?:san pham|ket qua|dau ra)/],
  ['content', /^(?:ten |cac |mot so |nhom )?(?:noi dung|nhiem vu|cong viec|cong tac|hoat dong|dau viec|viec)/],
  ['indicator', /^(?:ten |cac )?(?:chi tieu|muc tieu|chi so)(?! (?:nam|\d|giao))/],
  [
    'value',
    /^(?:gia tri|ty le|chi tieu (?:nam|giao)|muc tieu nam|ke hoach(?: nam)?(?: \d+)?|muc dat|phan dau|don vi tinh \(%\))/,
  ],
  ['content', /^(?:giai phap|bien phap|noi dung)/],
  ['otherRole', /tong hop|kiem tra|giam sat|theo doi|chi dao|lanh dao|tham muu|phe duyet|tham dinh/],
  [
    'lead',
    /^(?:co quan|don vi|bo phan|nguoi|ca nhan|can bo|cong chuc|phong|to chuc)(?:[,/ ].*)?(?:thuc hien|trach nhiem)/,
  ],
  [
    'lead',
    /^(?:trach nhiem|phan cong|thuc hien|nguoi thuc hien|to chuc thuc hien|co quan, don vi|don vi|co quan)(?: thuc hien)?$/,
  ],
  ['lead', /^phan cong|^trach nhiem/],
];

/** What a heading or label stands for, whichever of its usual names it bears; `other` when it is none of them. */
export function kindOfHeading(text: string): ColumnKind {
  const folded = fold(text)
    .replace(/[.:*]+$/, '')
    .trim();
  return rules.find(([, form]) => form.test(folded))?.[0] ?? 'other';
}

const single: readonly ColumnKind[] = [
  'no',
  'content',
  'outputs',
  'lead',
  'coordinators',
  'deadline',
  'indicator',
  'value',
];

/**
 * Columns of these headings. Where two headings are of one kind the first keeps it; a second "thực hiện" beside a
 * "chủ trì" is another role. A table without a content column takes its first unknown column as the content.
 */
export function columnsOf(titles: readonly string[]): Column[] {
  const kinds = titles.map(kindOfHeading);
  const strict = kinds.findIndex((kind, index) => kind === 'lead' && /chu tri/.test(fold(titles[index] ?? '')));
  const columns = kinds.map((kind, index): Column => {
    const title = titles[index] ?? '';
    if (kind === 'lead' && strict >= 0 && index !== strict) return { kind: 'otherRole', title };
    const repeated = single.includes(kind) && kinds.indexOf(kind) < index && !(kind === 'lead' && strict === index);
    return { kind: repeated ? 'other' : kind, title };
  });
  if (columns.some((column) => column.kind === 'content' || column.kind === 'indicator')) return columns;
  const free = columns.findIndex((column) => column.kind === 'other' && column.title !== '');
  return columns.map((column, index) => (index === free ? { ...column, kind: 'content' } : column));
}

const known = new Set<ColumnKind>([
  'outputs',
  'lead',
  'coordinators',
  'leadAndCoordinators',
  'deadline',
  'outputsAndDeadline',
]);

/** True when these headings open a table of tasks: something to do, and who, what comes out of it, or when. */
export function isTaskHeader(columns: readonly Column[]): boolean {
  const what = columns.filter((column) => known.has(column.kind)).length;
  return columns.some((column) => column.kind === 'content') && what >= 1 && columns.length >= 3;
}
