import { fold } from '#kernel/fold.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';

/** Fewest and most characters of a password. */
export const passwordLength = { least: 10, most: 128 } as const;

/** Words that Vietnamese offices build their passwords from; alone or with figures and signs after them they are guessed first. */
const commonWords = [
  'abc',
  'abcd',
  'abcdef',
  'admin',
  'administrator',
  'anhyeuem',
  'asdfgh',
  'asdfghjkl',
  'baohiem',
  'cchc',
  'caicachhanhchinh',
  'changeme',
  'chinhquyen',
  'congchuc',
  'conyeubame',
  'daihoc',
  'daklak',
  'danang',
  'gia dinh',
  'hanoi',
  'hoangtien',
  'huyen',
  'iloveyou',
  'khongbiet',
  'kinhdoanh',
  'lienmach',
  'letmein',
  'macdinh',
  'matkhau',
  'matkhaumoi',
  'motcua',
  'ngayhomnay',
  'nguyenvan',
  'password',
  'phuong',
  'qazwsx',
  'qazwsxedc',
  'quantri',
  'quantrivien',
  'qwerty',
  'qwertyuiop',
  'saigon',
  'tamsu',
  'thanhhoa',
  'thaydoi',
  'tinhyeu',
  'toiyeuvietnam',
  'truongxa',
  'ubnd',
  'ubndxa',
  'uybannhandan',
  'vanphong',
  'vanthu',
  'vietnam',
  'vietnamvodich',
  'vnpt',
  'welcome',
  'xinchao',
  'yeuem',
  'zxcvbnm',
].map((word) => word.replaceAll(' ', ''));

const keyboard = [
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];

/**
 * Whether a text may be the password of the account with this name: 10 to 128 characters, without the name in it, not
 * one of those everybody tries (a common word with figures around it, a run on the keyboard, few different characters,
 * figures alone, which are birthdays and telephone numbers).
 */
export function judgePassword(password: string, username: string): Verdict {
  if ([...password].length < passwordLength.least) return refused('password-short', { least: passwordLength.least });
  if (password.length > passwordLength.most) return refused('password-long', { most: passwordLength.most });
  const plain = fold(password).replaceAll(' ', '');
  const name = fold(username);
  if (name.length >= 3 && plain.includes(name)) return refused('password-has-name');
  if (new Set(plain).size < 4 || isCommon(plain)) return refused('password-common');
  return allowed;
}

function isCommon(plain: string): boolean {
  if (keyboard.some((row) => row.includes(plain))) return true;
  const letters = plain.replace(/[^a-z]/g, '');
  if (commonWords.includes(letters)) return true;
  const half = plain.slice(0, plain.length / 2);
  if (plain.length % 2 === 0 && half + half === plain) return true;
  return /^\d{1,15}$/.test(plain);
}
