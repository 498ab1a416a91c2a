import type { Finding } from '../finding.ts';

/**
 * Findings on the numbers of steps as they are written ("1", "Bước 2", "2.1"): missing, used again, or out of order. After
 * 2.1 may come 2.2, 2.1.1 or 3; sections in Roman numerals begin anew.
 */
export function checkNumbers(labels: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let last: readonly string[] | undefined;
  for (const [index, label] of labels.entries()) {
    const parts = partsOfNumber(label);
    if (parts.length === 0) {
      findings.push({ kind: 'number-missing', severity: 'warning', params: { place: index + 1, label } });
      continue;
    }
    const key = parts.join('.');
    if (seen.has(key)) findings.push({ kind: 'number-repeated', severity: 'error', stepNo: stepNoOf(label) });
    else if (!follows(last, parts)) {
      const before = last === undefined ? 'none' : last.join('.');
      findings.push({ kind: 'number-slipped', severity: 'warning', stepNo: stepNoOf(label), params: { before } });
    }
    seen.add(key);
    last = parts;
  }
  return findings;
}

/** A plain number as a number, anything else as it is written. */
export function stepNoOf(label: string): number | string {
  const parts = partsOfNumber(label);
  const [only] = parts;
  return parts.length === 1 && only !== undefined && /^\d+$/.test(only) ? Number(only) : label.trim();
}

/** "Bước 2.1" → 2, 1; "III.2" → III, 2; "3a" → 3, a; nothing when no number is written. */
export function partsOfNumber(label: string): string[] {
  const bare = label
    .trim()
    .replace(/^(bước|buoc|step|b)(?=[\s.:]*\d)/i, '')
    .replace(/^[\s.:]+|[\s.:)]+$/g, '');
  if (!/^([ivxIVX]+|\d+)([.\-–]\d+)*[a-zđ]?$/i.test(bare)) return [];
  return bare
    .split(/[.\-–]/)
    .flatMap((part) => /^(\d+)([a-zđ])$/i.exec(part)?.slice(1) ?? [part])
    .map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part));
}

function follows(last: readonly string[] | undefined, next: readonly string[]): boolean {
  if (last === undefined) return next.every(isFirst);
  const shared = next.findIndex((part, index) => part !== last[index]);
  if (shared === -1) return false;
  const tail = next.slice(shared + 1);
  const part = next[shared] ?? '';
  const before = last[shared];
  return tail.every(isFirst) && (before === undefined ? isFirst(part) : part === after(before));
}

const isFirst = (part: string) => part === '1' || part === 'a' || part === 'I' || part === 'i';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

function after(part: string): string {
  if (/^\d+$/.test(part)) return String(Number(part) + 1);
  const place = roman.indexOf(part.toUpperCase());
  if (place >= 0 && part.length > 0 && part !== 'v' && part !== 'x') return roman[place + 1] ?? '';
  return String.fromCharCode(part.charCodeAt(0) + 1);
}
