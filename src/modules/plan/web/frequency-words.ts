/** Kinds of periodic report in words. */
export const frequencyWords = {
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  '6months': '6 tháng',
  '9months': '9 tháng',
  year: 'năm',
} as const;
