import { foldWords } from '#kernel/fold.ts';
import { type Actor, type Condition, conditions, type Joint, joints, type Level, levels } from '../process.ts';

/** How our own tables write what other tables do not have; read back whatever marks and case they come in. */
export const levelWords: Readonly<Record<Level, string>> = {
  commune: 'xã',
  district: 'huyện',
  province: 'tỉnh',
  central: 'trung ương',
};
export const roleWords: Readonly<Record<Actor, string>> = {
  counter: 'một cửa',
  'department-head': 'lãnh đạo phòng',
  officer: 'công chức thụ lý',
  leader: 'lãnh đạo UBND',
  records: 'văn thư',
  'other-agency': 'cơ quan phối hợp',
  applicant: 'người nộp hồ sơ',
};
export const jointWords: Readonly<Record<Joint, string>> = { none: '', sequential: 'nối tiếp', parallel: 'song song' };
export const endWord = 'kết thúc';
export const yesWord = 'có';

export const conditionWords: Readonly<Record<Condition, readonly [holds: string, not: string]>> = {
  eligible: ['đủ điều kiện', 'không đủ điều kiện'],
  'needs-consultation': ['phải lấy ý kiến', 'không phải lấy ý kiến'],
  'needs-inspection': ['phải kiểm tra thực địa', 'không phải kiểm tra thực địa'],
  'needs-posting': ['phải niêm yết', 'không phải niêm yết'],
  'financial-obligation': ['có nghĩa vụ tài chính', 'không có nghĩa vụ tài chính'],
  'above-competence': ['thuộc thẩm quyền cấp trên', 'không thuộc thẩm quyền cấp trên'],
  'received-online': ['nộp trực tuyến', 'không nộp trực tuyến'],
  'needs-publication': ['phải đăng tải', 'không phải đăng tải'],
};

export function findLevel(words: string): Level | undefined {
  return levels.find((level) => foldWords(levelWords[level]) === foldWords(words).replace(/^cap /, ''));
}

export function findJoint(words: string): Joint | undefined {
  return joints.find((joint) => foldWords(jointWords[joint]) === foldWords(words));
}

/** The condition that words name and whether it must hold; undefined for words outside the closed list. */
export function findCondition(words: string): { readonly condition: Condition; readonly holds: boolean } | undefined {
  const folded = foldWords(words);
  for (const condition of conditions) {
    const [holds, not] = conditionWords[condition];
    if (folded === foldWords(holds)) return { condition, holds: true };
    if (folded === foldWords(not)) return { condition, holds: false };
  }
  return undefined;
}
