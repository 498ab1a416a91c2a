const words: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
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

/** The number that digits, a Roman quarter (i–iv) or a word of a month, week or day stand for, in small letters. */
export function findNumber(text: string): number | undefined {
  return /\d/.test(text) ? Number(text) : words[text];
}

/** A year written with two or four digits. */
export function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}
