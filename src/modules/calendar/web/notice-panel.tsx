import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { enterNotice, readNoticeFile } from '../contract.ts';
import { type CalendarEntry, type DayKind, weekOnly } from '../domain/calendar-entry.ts';
import { compareNotice } from '../domain/compare-notice.ts';
import { readNotice } from '../domain/read-notice.ts';
import { splitTable } from '../domain/split-table.ts';
import { calendarWords, useMayManageCalendar } from './may-manage-calendar.ts';
import { NoticePreview } from './notice-preview.tsx';
import type { ShownYear } from './shown-year.ts';

const example = '08/02/2027 - 12/02/2027; Nghỉ lễ, Tết; Tết Nguyên đán';

type NoticeDay = CalendarEntry & { readonly kind: Exclude<DayKind, 'ordinary'> };
const isNoticeDay = (entry: CalendarEntry): entry is NoticeDay => entry.kind !== 'ordinary';

/** Enters the notice of a year from a table: shows what is read and what it changes before anything is stored. */
export function NoticePanel({ shown, onClose }: { shown: ShownYear; onClose: () => void }) {
  const { year, revision, entries, weeks } = shown.stored;
  const [citation, setCitation] = useState('');
  const [text, setText] = useState('');
  const [cells, setCells] = useState<readonly (readonly string[])[]>();
  const [announced, setAnnounced] = useState(true);
  const [reason, setReason] = useState('');
  const verdict = useMayManageCalendar();
  const read = useSend(readNoticeFile, { refresh: 'none', onSuccess: ({ rows }) => setCells(rows) });
  const enter = useSend(enterNotice);
  const { days, faults } = useMemo(() => {
    return readNotice(cells ?? splitTable(text), { year, citation: citation.trim(), week: weekOnly(weeks) });
  }, [cells, text, year, citation, weeks]);
  const comparison = useMemo(() => compareNotice(days, entries), [days, entries]);
  const [isTold, setTold] = useState(false);
  const problem = problemOf({ citation, faults: faults.length, changes: comparison.changed.length, reason });
  function send() {
    setTold(true);
    if (problem !== undefined) return;
    const stated = reason.trim() === '' ? {} : { reason: reason.trim() };
    enter.mutate(
      { body: { year, announced, citation: citation.trim(), days: days.filter(isNoticeDay), revision, ...stated } },
      {
        onSuccess: ({ added, changed, same }) => {
          notify('done', `Đã nhập thông báo năm ${year}: ${added} ngày mới, ${changed} thay đổi, ${same} không đổi.`);
          onClose();
        },
      },
    );
  }
  return (
    <SidePanel isOpen title={`Nhập thông báo lịch nghỉ năm ${year}`} onClose={onClose}>
      <FormFrame
        submit={days.length > 0 ? `Nhập ${days.length} ngày` : 'Nhập thông báo'}
        onSubmit={send}
        onCancel={onClose}
        isChanged={text !== '' || cells !== undefined}
        isPending={enter.isPending}
        error={enter.error ?? (isTold && problem !== undefined ? new Error(problem) : null)}
        verdict={verdict}
        words={calendarWords}
      >
        <TextInput
          label="Căn cứ"
          description="Số, ngày của thông báo. Dòng nào có căn cứ riêng thì theo căn cứ của dòng đó."
          required
          value={citation}
          onChange={(event) => setCitation(event.currentTarget.value)}
        />
        <Textarea
          label="Các ngày"
          description="Dán từ Excel hoặc gõ, mỗi dòng: ngày; loại; tên; căn cứ. Ngày có thể là một khoảng."
          placeholder={example}
          autosize
          minRows={4}
          maxRows={14}
          value={cells ? cells.map((row) => row.join('\t')).join('\n') : text}
          onChange={(event) => {
            setCells(undefined);
            setText(event.currentTarget.value);
          }}
        />
        <FileDrop
          title="Hoặc thả tệp Excel, CSV vào đây"
          endings={['.xlsx', '.csv']}
          maximumMb={2}
          progress={read.isPending ? 0.5 : undefined}
          error={read.error?.message}
          onFile={(file) => read.mutate({ file })}
        />
        <NoticePreview faults={faults} comparison={comparison} />
        <Checkbox
          label={`Đây là thông báo chính thức của năm ${year}`}
          description="Bỏ chọn khi mới biết một phần: năm vẫn hiện là chưa có thông báo."
          checked={announced}
          onChange={(event) => setAnnounced(event.currentTarget.checked)}
        />
        {comparison.changed.length > 0 && (
          <Textarea
            label="Lý do thay đổi"
            description="Thông báo này làm đổi những ngày đã có. Ghi vào nhật ký."
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </FormFrame>
    </SidePanel>
  );
}

interface Entered {
  readonly citation: string;
  readonly faults: number;
  readonly changes: number;
  readonly reason: string;
}

/** What must still be done before the notice can be entered. */
function problemOf({ citation, faults, changes, reason }: Entered): string | undefined {
  if (citation.trim().length < 3) return 'Xin ghi căn cứ: số, ngày của thông báo.';
  if (faults > 0) return `Còn ${faults} dòng chưa đọc được. Xin sửa các dòng nêu ở trên.`;
  if (changes > 0 && reason.trim().length < 3) return 'Xin ghi lý do thay đổi những ngày đã có trong lịch.';
  return undefined;
}
