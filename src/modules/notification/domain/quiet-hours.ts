/** Minutes of the day in Viet Nam (0–1439), `from` included and `to` not; `from` later than `to` goes over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const day = 1_440;
const vietnam = 7 * 60;

/**
 * The first moment from `at` on at which a person with these quiet hours may be written to: `at` itself outside of
 * them, else the minute they end. Milliseconds since 1970 in and out; never more than a day later.
 */
export function afterQuietHours(at: number, quiet: QuietHours | undefined): number {
  if (!quiet || quiet.from === quiet.to) return at;
  const now = (Math.floor(at / minute) + vietnam) % day;
  const length = (quiet.to - quiet.from + day) % day;
  const passed = (now - quiet.from + day) % day;
  if (passed >= length) return at;
  return (Math.floor(at / minute) + length - passed) * minute;
}
