import { formatDate, type PlainDate } from '#kernel/plain-date.ts';

/** The columns of the sheet of tasks: what the export writes, the import reads back. One row for each output. */
export const taskColumns = [
  { key: 'id', heading: 'Mã việc', width: 38, words: ['ma viec', 'ma nhiem vu', 'ma cong viec', 'id'] },
  { key: 'source', heading: 'Nguồn', width: 14, words: ['nguon', 'nguon viec', 'loai viec'] },
  { key: 'sourceWords', heading: 'Căn cứ', width: 28, words: ['can cu', 'van ban giao viec', 'can cu giao viec'] },
  { key: 'content', heading: 'Nội dung', width: 60, words: ['noi dung', 'nhiem vu', 'noi dung nhiem vu', 'cong viec'] },
  { key: 'output', heading: 'Sản phẩm', width: 36, words: ['san pham', 'ket qua', 'san pham ket qua'] },
  { key: 'due', heading: 'Hạn', width: 13, words: ['han', 'thoi han', 'han hoan thanh', 'thoi gian', 'ngay den han'] },
  { key: 'lead', heading: 'Chủ trì', width: 28, words: ['chu tri', 'don vi chu tri', 'nguoi chu tri', 'phu trach'] },
  { key: 'coordinators', heading: 'Phối hợp', width: 32, words: ['phoi hop', 'don vi phoi hop', 'nguoi phoi hop'] },
  { key: 'watchers', heading: 'Theo dõi', width: 28, words: ['theo doi', 'nguoi theo doi'] },
  { key: 'field', heading: 'Lĩnh vực', width: 22, words: ['linh vuc'] },
  { key: 'weight', heading: 'Trọng số', width: 10, words: ['trong so', 'he so'] },
  { key: 'urgency', heading: 'Mức khẩn', width: 12, words: ['muc khan', 'do khan', 'muc do khan'] },
  { key: 'state', heading: 'Trạng thái', width: 22, words: ['trang thai', 'tinh trang'] },
] as const;

export type TaskColumn = (typeof taskColumns)[number]['key'];

/** Columns without which a sheet cannot be read. */
export const neededColumns = ['content', 'output', 'due', 'lead'] as const satisfies readonly TaskColumn[];

/** Where a task comes from, as its cell says it. */
export const sourceNames = {
  plan: 'Kế hoạch',
  document: 'Văn bản',
  meeting: 'Kết luận họp',
  other: 'Khác',
} as const;

/** How urgent a task is, as its cell says it. */
export const urgencyNames = { normal: 'Thường', urgent: 'Khẩn', immediate: 'Hỏa tốc' } as const;

/** Between several names of one cell. */
export const nameSeparator = '; ';

/** One output of a task, as the sheet has it. */
export interface TaskSheetRow {
  readonly id: string;
  readonly source: keyof typeof sourceNames;
  readonly sourceWords: string;
  readonly content: string;
  readonly output: string;
  readonly due: PlainDate | null;
  /** Title of the post that leads, name of the person, or the words of the plan. */
  readonly lead: string;
  readonly coordinators: readonly string[];
  readonly watchers: readonly string[];
  /** Name of the field. */
  readonly field: string;
  readonly weight: number;
  readonly urgency: keyof typeof urgencyNames;
  /** Only to be read: the import passes over it. */
  readonly state: string;
}

/** The cells of a row in the order of `taskColumns`. */
export function cellsOfTask(row: TaskSheetRow): (string | number | null)[] {
  const cells: Readonly<Record<TaskColumn, string | number | null>> = {
    ...row,
    source: sourceNames[row.source],
    due: row.due === null ? null : formatDate(row.due),
    coordinators: row.coordinators.join(nameSeparator),
    watchers: row.watchers.join(nameSeparator),
    urgency: urgencyNames[row.urgency],
  };
  return taskColumns.map(({ key }) => cells[key]);
}
