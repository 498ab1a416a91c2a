const signs: Readonly<Record<string, number>> = {
  '½': 500,
  '¼': 250,
  '¾': 750,
  '⅓': 333,
  '⅔': 667,
  '⅛': 125,
  '⅜': 375,
  '⅝': 625,
  '⅞': 875,
};
const most = 10_000_000;

/**
 * A number as tables write it, in thousandths: 2, "02", "0,25", "1.5", "½", "1½", "1/2", "1 1/2". Thirds are rounded to
 * thousandths. Undefined for anything else, and for what has more than four digits after the comma.
 */
export function readMilli(value: unknown): number | undefined {
  const milli = typeof value === 'number' ? value * 1_000 : typeof value === 'string' ? readText(value) : undefined;
  if (milli === undefined || !Number.isFinite(milli) || milli < 0 || milli > most) return undefined;
  return Math.round(milli);
}

function readText(text: string): number | undefined {
  const bare = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  const withSign = /^(\d{1,4})? ?([½¼¾⅓⅔⅛⅜⅝⅞])$/.exec(bare);
  if (withSign) return Number(withSign[1] ?? 0) * 1_000 + (signs[withSign[2] ?? ''] ?? 0);
  const fraction = /^(?:(\d{1,4}) )?(\d{1,3}) ?[/⁄] ?(\d{1,3})$/.exec(bare);
  if (fraction) {
    const below = Number(fraction[3]);
    return below === 0 ? undefined : Number(fraction[1] ?? 0) * 1_000 + (Number(fraction[2]) * 1_000) / below;
  }
  return /^\d{1,4}([.,]\d{1,4})?$/.test(bare) ? Number(bare.replace(',', '.')) * 1_000 : undefined;
}
