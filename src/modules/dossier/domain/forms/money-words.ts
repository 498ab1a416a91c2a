const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const scales = ['', ' nghìn', ' triệu', ' tỷ'];

function belowHundred(tens: number, ones: number, led: boolean): string[] {
  const one = digits[ones] ?? '';
  if (tens === 0) return ones === 0 ? [] : led ? ['lẻ', one] : [one];
  const ten = tens === 1 ? ['mười'] : [digits[tens] ?? '', 'mươi'];
  if (ones === 0) return ten;
  if (ones === 5) return [...ten, 'lăm'];
  return [...ten, ones === 1 && tens > 1 ? 'mốt' : one];
}

function group(value: number, led: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const hundred = hundreds > 0 || led ? [digits[hundreds] ?? '', 'trăm'] : [];
  return [...hundred, ...belowHundred(tens, ones, hundred.length > 0)].join(' ');
}

/**
 * An amount in đồng in words, as receipts write it: 1250000 → "Một triệu hai trăm năm mươi nghìn đồng". Throws RangeError
 * for what is not a whole number from 0 to below one thousand billion.
 */
export function moneyWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= 1_000_000_000_000)
    throw new RangeError(`not an amount: ${amount}`);
  const parts: string[] = [];
  for (let scale = 3; scale >= 0; scale -= 1) {
    const value = Math.floor(amount / 1_000 ** scale) % 1_000;
    if (value > 0) parts.push(`${group(value, parts.length > 0)}${scales[scale]}`);
  }
  const words = parts.join(' ') || 'không';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}
