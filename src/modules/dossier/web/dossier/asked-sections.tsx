import { formatDate } from '#kernel/plain-date.ts';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { momentText } from '../shared/moment-text.ts';
import type { DossierPage } from '../shared/rows.ts';

const supplementWords = {
  draft: 'Dự thảo chờ duyệt',
  sent: 'Đã gửi, chờ bổ sung',
  received: 'Đã bổ sung',
  expired: 'Quá hạn bổ sung',
  rejected: 'Dự thảo bị trả lại',
} as const;
const apologyWords = { draft: 'Chờ ký', issued: 'Đã ký', rejected: 'Bị trả lại' } as const;
const pauseWords = {
  supplement: 'Chờ bổ sung',
  'financial-obligation': 'Chờ nghĩa vụ tài chính',
  'external-consultation': 'Chờ ý kiến cơ quan khác',
  'applicant-wish': 'Theo đề nghị của người nộp',
} as const;

/** What was asked of the applicant and of others, apologies, pauses and what the watch found; each only when there is any. */
export function AskedSections({ page }: { page: DossierPage }) {
  return (
    <>
      <Supplements page={page} />
      <Apologies page={page} />
      <Others page={page} />
      <Pauses page={page} />
      <Findings page={page} />
    </>
  );
}

function Supplements({ page: { supplements } }: { page: DossierPage }) {
  if (supplements.length === 0) return null;
  return (
    <Section title="Yêu cầu bổ sung">
      <ul>
        {supplements.map((one) => (
          <li key={one.id}>
            <StatusBadge tone={one.state === 'received' ? 'done' : 'paused'}>{supplementWords[one.state]}</StatusBadge>{' '}
            {one.stage === 'intake' ? 'khi tiếp nhận' : 'sau thẩm tra'}, lần {one.number}
            {one.until && `, trước ${formatDate(one.until)}`}: {one.items.map((item) => item.name).join('; ')}. Lý do:{' '}
            {one.reason} ({[one.draftedByName, one.decidedByName].filter(Boolean).join(', duyệt: ')})
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Apologies({ page: { extensions } }: { page: DossierPage }) {
  if (extensions.length === 0) return null;
  return (
    <Section title="Xin lỗi, hẹn lại">
      <ul>
        {extensions.map((one) => (
          <li key={one.id}>
            <StatusBadge tone={one.state === 'issued' ? 'done' : 'doubt'}>{apologyWords[one.state]}</StatusBadge> hẹn{' '}
            {momentText(one.dueBefore)}
            {one.dueAfter ? ` → ${momentText(one.dueAfter)}` : ', không hẹn ngày mới'}. Lý do: {one.reason} (
            {[one.draftedByName, one.signedByName && `ký: ${one.signedByName}`].filter(Boolean).join(', ')})
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Others({ page: { consultations, payments } }: { page: DossierPage }) {
  if (consultations.length + payments.length === 0) return null;
  return (
    <Section title="Lấy ý kiến, nghĩa vụ tài chính">
      <ul>
        {consultations.map((one) => (
          <li key={one.id}>
            {one.agency}: {one.content} (trả lời trước {momentText(one.until)}){' '}
            {one.answer ? `– trả lời ${momentText(one.answeredAt)}: ${one.answer}` : '– chưa trả lời'}
          </li>
        ))}
        {payments.map((one) => (
          <li key={one.id}>
            {one.content}: {one.amount.toLocaleString('vi-VN')} đ{one.until && `, trước ${formatDate(one.until)}`}{' '}
            {one.paidAt ? `– đã nộp ${momentText(one.paidAt)}, số ${one.receiptNumber}` : '– chưa nộp'}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Pauses({ page: { pauses } }: { page: DossierPage }) {
  if (pauses.length === 0) return null;
  return (
    <Section title="Tạm dừng tính hạn">
      <ul>
        {pauses.map((one) => (
          <li key={one.id}>
            {pauseWords[one.kind]}: {momentText(one.from)} – {one.to ? momentText(one.to) : 'nay'} ({one.basis})
            {one.restarts && '; sau đó tính lại từ đầu'}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Findings({ page: { findings } }: { page: DossierPage }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Kiểm soát số liệu đúng hạn">
      <ul>
        {findings.map((one) => (
          <li key={one.kind}>
            {one.words} (phát hiện {momentText(one.foundAt)}){one.explanation && ` – giải trình: ${one.explanation}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
