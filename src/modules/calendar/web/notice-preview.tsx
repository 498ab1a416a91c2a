import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatDate } from '#kernel/plain-date.ts';
import type { CalendarEntry } from '../domain/calendar-entry.ts';
import type { NoticeComparison } from '../domain/compare-notice.ts';
import type { NoticeFault } from '../domain/read-notice.ts';
import { faultWords, kindWithin } from '../text.ts';

const lineOf = ({ day, kind, name }: CalendarEntry) => `${formatDate(day)}: ${kindWithin(kind)}, ${name}`;

interface NoticePreviewProps {
  readonly faults: readonly NoticeFault[];
  readonly comparison: NoticeComparison;
}

/** What was read of a notice: rows that cannot be taken, then what is new, changed, the same and not mentioned. */
export function NoticePreview({ faults, comparison: { added, changed, same, unmentioned } }: NoticePreviewProps) {
  const isEmpty = added.length + changed.length + same.length + faults.length === 0;
  if (isEmpty) return null;
  return (
    <section aria-label="Kết quả đọc">
      {faults.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} title={`${faults.length} dòng chưa đọc được`} role="alert">
          <ul>
            {faults.map(({ row, value, code }) => (
              <li key={`${row}-${value}-${code}`}>
                Dòng {row}
                {value !== '' && ` ("${value}")`}: {faultWords[code]}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p role="status">
        {added.length} ngày mới, {changed.length} thay đổi, {same.length} không đổi.
      </p>
      <Lines title="Ngày mới" lines={added.map(lineOf)} />
      <Lines
        title="Thay đổi"
        lines={changed.map(({ before, after }) => `${lineOf(after)} (đang là: ${lineOf(before).slice(12)})`)}
      />
      <Lines title="Đang có trong lịch mà thông báo không nêu (giữ nguyên)" lines={unmentioned.map(lineOf)} />
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length <= 20}>
      <summary>
        {title}: {lines.length}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
