const shown = 4;

/** An identity number as lists show it: its last four digits only; nothing of a number that short. Null stays null. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null;
  const hidden = Math.max(number.length - shown, Math.min(number.length, shown));
  return '•'.repeat(hidden) + number.slice(hidden);
}
