import { foldWords } from '#kernel/fold.ts';
import { type Actor, actors, type Level } from '../process.ts';

/** Words by which a responsible is known, the more special first. */
const words: readonly (readonly [Actor, RegExp])[] = [
  ['records', /\bvan thu\b|\brecords?\b|\bregistry\b/],
  [
    'applicant',
    /^(to chuc|ca nhan|cong dan|nguoi dan|nguoi nop|nguoi yeu cau|chu ho so|doanh nghiep|applicant|citizen)\b/,
  ],
  [
    'department-head',
    /\b(lanh dao|truong|pho truong|phu trach|thu truong|dai dien lanh dao) (cac )?(phong|bo phan|don vi|ban|to|trung tam|chi nhanh|chi cuc|doi|khoa|bp|nhom)\b|\b(chanh|pho chanh|lanh dao|pho|truong) van phong\b|\b(truong|pho) phong\b|^(tp|ldp|ld phong|pp)$|\bhead of (the )?(department|division|office)\b|\b(department|division|office) head\b|\bmanager\b/,
  ],
  [
    'leader',
    /\bchu tich\b|\blanh dao (uy ban|ubnd|so|bo|huyen|xa|phuong|tinh|thanh pho|co quan|hdnd|cuc|tong cuc|dang uy)\b|\b(pho )?giam doc\b|\b(bo|thu|tong cuc|cuc|vien) truong\b|^lanh dao$|^(ct|pct)( ubnd| xa| phuong)?$|\bld (ubnd|so|uy ban)\b|\bthuong truc (uy ban|ubnd)\b|\b(vice )?chair(man|woman|person)?\b|\bleader(ship)?\b|\bdirector\b/,
  ],
  [
    'counter',
    /\bmot cua\b|\btiep nhan\b|\btra ket qua\b|\bhanh chinh cong\b|\bttpvhcc\b|\bpvhcc\b|\btthcc\b|\bhcc\b|\btn tkq\b|\btntkq\b|\btn va tkq\b|\btnhs\b|\bquay\b|\bone ?stop\b|\bcounter\b|\breception\b|^clerk$|^bpmc$|^bp mc$/,
  ],
  [
    'officer',
    /\bcong chuc\b|\bchuyen vien\b|\bcan bo\b|\bvien chuc\b|\bnhan vien\b|\bthu ly\b|\bkiem soat vien\b|\bke toan\b|\bdia chinh\b|\bho tich\b|\bthanh tra vien\b|\bky su\b|\b(phong|bo phan) (chuyen mon|nghiep vu)\b|^(cv|cc|cb)\b|\bofficers?\b|\bspecialist\b|\bstaff\b|\bcivil servant\b|\bhandler\b/,
  ],
  [
    'other-agency',
    /^(cac )?(so|phong|cong an|quan su|ban|bo(?! phan)|bao hiem|thue|kho bac|chi cuc|chi nhanh|cuc|tong cuc|co quan|hoi dong|van phong|trung tam|to|ubnd|uy ban|hdnd|toa an|vien|vien kiem sat|truong|tram|don vi|doan|mttq|uy ban mttq|ngan hang|doi|thon|to dan pho|trung uong|chinh phu|thu tuong|buu dien|buu chinh|nhan vien buu chinh|vnpost|hai quan|bhxh|vpdk|vpdkdd|ttyt|truong thon|hieu truong|nha truong)\b|\bagency\b|\bdepartment\b|\bpolice\b|\bcommittee\b/,
  ],
];

/**
 * The role that the words of a document name, Vietnamese or English ("Lãnh đạo Phòng Kinh tế", "CC TN&TKQ", "Sở Y tế");
 * undefined when they name none of the closed list.
 */
export function readActor(text: string): Actor | undefined {
  const folded = foldWords(text.replace(/([a-z])([A-Z])/g, '$1 $2'));
  const own = actors.find((actor) => actor.replace('-', ' ') === folded);
  return own ?? words.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** With their marks, for "quan" is many words. */
const district = /(?<!\p{L})(huyện|quận|thị xã)(?!\p{L})/u;
const province = /(?<!\p{L})(sở|tỉnh|chi cục|cục|giám đốc)(?!\p{L})/u;

/** The level that the words of a responsible name; a commune's own where they name none. */
export function readLevel(text: string): Level {
  const folded = foldWords(text);
  if (/\b(bo truong|thu truong|trung uong|chinh phu|thu tuong|tong cuc)\b/.test(folded)) return 'central';
  const written = text.normalize('NFC').toLowerCase();
  if (district.test(written)) return 'district';
  return province.test(written) ? 'province' : 'commune';
}
