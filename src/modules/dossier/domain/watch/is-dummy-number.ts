const counted = ['0123456789012', '1234567890123', '9876543210987'];

/**
 * Whether an identity number was made up to fill a field: one digit throughout, or digits counted up or down.
 * Anything that is not 9 or 12 digits is not judged.
 */
export function isDummyNumber(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^(\d{9}|\d{12})$/.test(digits)) return false;
  if (/^(\d)\1+$/.test(digits)) return true;
  return counted.some((row) => row.startsWith(digits));
}
