import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate, formatMoment } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { listReminders } from '#modules/reminder/contract.ts';
import { useCall } from '#web/use-call.ts';
import type { ObligationPage } from '../shared/rows.ts';
import { Section } from './section.tsx';

type Reminder = AnswerOf<typeof listReminders>['rows'][number];

const reminderWords: Readonly<Record<Reminder['kind'], string>> = {
  due: 'nhắc hạn',
  approve: 'nhắc quyết định',
  escalated: 'báo lãnh đạo vì quá hạn',
  empty: 'báo chưa có người chịu trách nhiệm',
};

const mailWords: Readonly<Record<NonNullable<Reminder['mail']>, string>> = {
  waiting: 'thư chờ gửi',
  sending: 'thư đang gửi',
  sent: 'thư đã gửi',
  failed: 'thư không gửi được',
  discarded: 'thư đã bỏ vì không còn cần',
};

const extensionWords = {
  asked: 'đang chờ quyết định',
  granted: 'được đồng ý',
  refused: 'không được đồng ý',
  withdrawn: 'đã rút',
};

/** Extensions, urging with its answers, reminders sent, and what the same document closes; empty parts are left out. */
export function ToldSections({ page }: { page: ObligationPage }) {
  return (
    <>
      {page.extensions.length > 0 && (
        <Section title="Gia hạn">
          <ul className="work-plain">
            {page.extensions.map((one) => (
              <li key={one.id}>
                {one.askedBy} xin dời từ {formatDate(one.dueNow)} đến {formatDate(one.dueAsked)}, lý do: {one.reason} –{' '}
                {extensionWords[one.state]}
                {one.dueGiven && `, hạn mới ${formatDate(one.dueGiven)}`}
                {one.decidedBy && one.decidedAt && ` (${one.decidedBy}, ${formatMoment(one.decidedAt)})`}
                {one.decisionReason && `: ${one.decisionReason}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.urges.length > 0 && (
        <Section title="Đôn đốc">
          <ul className="work-plain">
            {page.urges.map((one) => (
              <li key={one.id}>
                {one.urgedBy}, {formatMoment(one.urgedAt)}: {one.words}
                <br />
                {one.answer === null
                  ? 'Chưa trả lời.'
                  : `${one.answeredBy ?? ''} trả lời${one.answeredAt ? ` lúc ${formatMoment(one.answeredAt)}` : ''}: ${one.answer}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Reminders obligationId={page.obligation.id} />
      <Together page={page} />
    </>
  );
}

function Reminders({ obligationId }: { obligationId: Id }) {
  const told = useCall(listReminders, { params: { obligationId } });
  if (!told.data) return null;
  const { rows, more } = told.data;
  return (
    <Section title="Đã nhắc">
      {rows.length === 0 && (
        <Text size="sm">Chưa nhắc lần nào. Hệ thống tự nhắc trước hạn, vào ngày đến hạn và sau hạn.</Text>
      )}
      <ul className="work-plain">
        {rows.map((one) => (
          <li key={one.id}>
            {formatDate(one.day)}: {reminderWords[one.kind]}, {one.name}
            {one.readAt ? `, đã đọc ${formatMoment(one.readAt)}` : ', chưa đọc'}
            {one.mail && `, ${mailWords[one.mail]}`}
          </li>
        ))}
      </ul>
      {more > 0 && <Text size="sm">Còn {more} lần nhắc cũ hơn.</Text>}
    </Section>
  );
}

function Together({ page: { closedTogether, obligation } }: { page: ObligationPage }) {
  if (closedTogether.length === 0) return null;
  return (
    <Section title={obligation.report ? 'Cùng hoàn thành bằng báo cáo của kỳ' : 'Cùng hoàn thành bằng minh chứng này'}>
      <ul className="work-plain">
        {closedTogether.map((one) => (
          <li key={one.id}>
            <Anchor component={Link} to={`/san-pham/${one.id}`}>
              {one.title}
            </Anchor>
            {one.place && ` – ${one.place}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
