import { fold } from '#kernel/fold.ts';

/** What a chapter or heading of the plan is about. */
export type ChapterRole = 'purpose' | 'objective' | 'task' | 'funding' | 'organisation' | 'review';

const forms: readonly (readonly [ChapterRole, RegExp])[] = [
  ['purpose', /muc dich|yeu cau|quan diem|su can thiet/],
  ['objective', /muc tieu|chi tieu|ket qua can dat/],
  [
    'organisation',
    /to chuc thuc hien|to chuc trien khai|trach nhiem|phan cong|che do (?:thong tin|bao cao)|thong tin,? bao cao/,
  ],
  ['funding', /kinh phi|nguon luc thuc hien|du toan/],
  [
    'review',
    /^(?:danh gia |khai quat |dac diem |)(?:tinh hinh|ket qua (?:thuc hien|dat duoc)|thuc trang)|nhung ket qua|ton tai|han che/,
  ],
  ['task', /nhiem vu|noi dung|giai phap|cong tac|cai cach|hien dai hoa|chinh quyen|chuyen doi so|doi ngu/],
];

/** The role that a chapter's title names first ("MỤC TIÊU, NHIỆM VỤ" → objective), or undefined. */
export function roleOfChapter(title: string): ChapterRole | undefined {
  const folded = fold(title);
  const review = forms.find(([role]) => role === 'review');
  if (review?.[1].test(folded)) return 'review';
  let best: { role: ChapterRole; at: number } | undefined;
  for (const [role, form] of forms) {
    const at = folded.search(form);
    if (at >= 0 && (!best || at < best.at)) best = { role, at };
  }
  return best?.role;
}

const opening =
  /^(?:(?:mot so|cac|nhung|ve|noi dung|he thong)\s+)*(?:(muc dich|yeu cau|quan diem)|(muc tieu|chi tieu)|(nhiem vu|giai phap|noi dung(?: thuc hien)?$|noi dung, nhiem vu)|(nguon kinh phi|kinh phi)|(to chuc thuc hien|trach nhiem|phan cong|che do (?:thong tin,? )?bao cao|thong tin,? bao cao))/;

/** The role that a heading inside a chapter opens with ("1. Một số mục tiêu, chỉ tiêu cụ thể"), or undefined. */
export function roleOfHeading(title: string): ChapterRole | undefined {
  const match = opening.exec(fold(title));
  if (!match) return undefined;
  if (match[1] !== undefined) return 'purpose';
  if (match[2] !== undefined) return 'objective';
  if (match[3] !== undefined) return 'task';
  return match[4] !== undefined ? 'funding' : 'organisation';
}
