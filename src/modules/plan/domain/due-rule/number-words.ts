const romans: readonly string[] = ['i', 'ii', 'iii', 'iv'];

const words: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  nhất: 1,
  đầu: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  cuối: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};

/** The number that digits, a Roman quarter (i–iv) or a word of a month or week stand for; undefined otherwise. */
export function findNumber(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const roman = romans.indexOf(trimmed);
  return roman >= 0 ? roman + 1 : words[trimmed];
}

/** A year written with two or four digits. */
export function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}
