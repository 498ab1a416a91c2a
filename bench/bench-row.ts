/** One promise: what was asked, what was measured, whether it holds. */
export interface BenchRow {
  readonly name: string;
  readonly asked: string;
  readonly measured: string;
  readonly pass: boolean;
}

/** The value below which this share (0–1) of the numbers lies; NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle of the numbers. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
