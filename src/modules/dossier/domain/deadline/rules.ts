import type { PlainDate } from '#kernel/plain-date.ts';
import type { DeadlineRules } from './types.ts';

const civilCode = 'Bộ luật Dân sự 2015, Điều 147 và 148';
const day = (text: string) => text as PlainDate;

/** What both decrees say alike; the citation is each one's own. */
function usualRules(decree: string): Omit<DeadlineRules, 'version' | 'citation' | 'validFrom' | 'validTo'> {
  return {
    cutoff: { value: '15:00', citation: `${decree}, quy định về chuyển hồ sơ` },
    nextDayTransferMinutes: {
      value: 60,
      citation: 'Cách hiểu “đầu giờ ngày làm việc tiếp theo”: giờ làm việc đầu tiên',
    },
    workingHoursPerDay: { value: 8, citation: 'Bộ luật Lao động 2019, Điều 105; Quyết định 188/1999/QĐ-TTg' },
    extensionNoticeDays: { value: 1, citation: `${decree}, quy định về hồ sơ quá hạn giải quyết` },
    maxExtensions: { value: 1, citation: `${decree}, quy định về hồ sơ quá hạn giải quyết` },
    maxSupplements: {
      value: { intake: 1, examination: 1 },
      citation: `${decree}, quy định về hướng dẫn bổ sung một lần`,
    },
    supplementNotice: {
      value: { unit: 'working-day', milli: 3_000 },
      citation: `${decree}, quy định về giải quyết hồ sơ`,
    },
    supplementRestarts: { value: true, citation: `${decree}, quy định về giải quyết hồ sơ` },
  };
}

const decree61 = 'Nghị định 61/2018/NĐ-CP';
const decree118 = 'Nghị định 118/2025/NĐ-CP';

/** The rules of time by legal regime, the earliest first. */
export const deadlineRules: readonly DeadlineRules[] = [
  {
    ...usualRules(decree61),
    version: 'nd-61-2018',
    citation: `${decree61}; ${civilCode}`,
    validFrom: day('2018-06-21'),
    validTo: day('2025-06-30'),
    cutoff: { value: '15:00', citation: `${decree61}, Điều 18` },
    extensionNoticeDays: { value: 1, citation: `${decree61}, khoản 9 Điều 19` },
    maxExtensions: { value: 1, citation: `${decree61}, khoản 9 Điều 19` },
    maxSupplements: { value: { intake: 1, examination: 1 }, citation: `${decree61}, Điều 17 và khoản 4 Điều 19` },
    supplementNotice: { value: { unit: 'working-day', milli: 3_000 }, citation: `${decree61}, khoản 4 Điều 19` },
    supplementRestarts: { value: true, citation: `${decree61}, khoản 4 Điều 19` },
  },
  {
    ...usualRules(decree118),
    version: 'nd-118-2025',
    citation: `${decree118}; ${civilCode}`,
    validFrom: day('2025-07-01'),
  },
];

/**
 * The rules in force on a day, for a dossier that begins on it; before the earliest version that one holds, as nothing
 * older is kept.
 */
export function rulesOn(on: PlainDate, versions: readonly DeadlineRules[] = deadlineRules): DeadlineRules {
  const sorted = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const rules = sorted.findLast(({ validFrom }) => validFrom <= on) ?? sorted[0];
  if (!rules) throw new RangeError('no version of the rules');
  return rules;
}

/** The rules of a version that a dossier began under; undefined when no such version is kept. */
export function findRules(
  version: string,
  versions: readonly DeadlineRules[] = deadlineRules,
): DeadlineRules | undefined {
  return versions.find((rules) => rules.version === version);
}
