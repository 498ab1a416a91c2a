import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMoment } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { dueWords } from '#web/ui/due-words.ts';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useSend } from '#web/use-send.ts';
import { acceptSection, returnSection, type SectionRow, urgeSection, withdrawSection } from '../contract.ts';
import { stateWords } from '../text.ts';
import { SectionEditor } from './section-editor.tsx';
import { ownerText, sectionTones, verdictOf, wordsOfActs } from './section-words.ts';

interface SectionCardProps {
  readonly section: SectionRow;
  /** Shows the buttons of the compiler. */
  readonly isCompiling: boolean;
  /** Opens the dialog that gives the section to another post. */
  readonly onAssign?: () => void;
}

/** One section: its owner, its day, its text, and what this person may do with it. */
export function SectionCard({ section, isCompiling, onAssign }: SectionCardProps) {
  const today = useToday();
  const isHandedIn = section.state === 'submitted' || section.state === 'accepted';
  const { tone, words } = dueWords(section.innerDue, today, isHandedIn);
  const mayWrite = verdictOf(section, 'submit').ok;
  return (
    <section className="report-section" aria-label={section.title}>
      <div className="report-section-head">
        <Title order={3} size="h4">
          {section.title}
        </Title>
        <StatusBadge tone={sectionTones[section.state]}>{stateWords[section.state]}</StatusBadge>
      </div>
      <Text size="sm">
        {ownerText(section)} · hạn nộp {formatDate(section.innerDue)}
        {!isHandedIn && (
          <>
            {' '}
            <StatusBadge tone={tone}>{words}</StatusBadge>
          </>
        )}
      </Text>
      <Facts section={section} />
      {mayWrite ? (
        <SectionEditor section={section} />
      ) : (
        <p className="report-section-text">
          {section.nothingNew ? 'Kỳ này không phát sinh nội dung.' : section.content || 'Chưa có nội dung.'}
        </p>
      )}
      <SectionActs section={section} isCompiling={isCompiling} {...(onAssign && { onAssign })} />
    </section>
  );
}

function Facts({ section }: { section: SectionRow }) {
  const facts = [
    section.submittedAt &&
      `${section.submittedBy} nộp lúc ${formatMoment(section.submittedAt)}${section.insteadOf ? `, làm thay ${section.insteadOf}` : ''}`,
    section.reason && `Lý do trả lại: ${section.reason}`,
    section.urgedAt && `${section.urgedBy} đôn đốc lúc ${formatMoment(section.urgedAt)}`,
  ].filter(Boolean);
  return facts.length === 0 ? null : (
    <Text size="sm" c="dimmed">
      {facts.join(' · ')}
    </Text>
  );
}

function SectionActs({ section, isCompiling, onAssign }: SectionCardProps) {
  const [reason, setReason] = useState<string>();
  const accept = useSend(acceptSection);
  const giveBack = useSend(returnSection);
  const urge = useSend(urgeSection);
  const withdraw = useSend(withdrawSection);
  const sent = { params: { sectionId: section.id }, body: { version: section.version } };
  const told = (words: string) => ({
    onSuccess: () => notify('done', words),
    onError: (error: Error) => notify('error', error.message),
  });
  const button = (act: string) => ({ verdict: verdictOf(section, act), words: wordsOfActs(section) });
  if (!isCompiling) {
    return verdictOf(section, 'withdraw').ok ? (
      <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(sent, told('Đã rút lại.'))}>
        Rút lại để sửa
      </Button>
    ) : null;
  }
  return (
    <Group gap="sm" mt="sm">
      <ActionButton
        size="compact-md"
        {...button('accept')}
        isPending={accept.isPending}
        onClick={() => accept.mutate(sent, told(`Đã chấp nhận phần "${section.title}".`))}
      >
        Chấp nhận
      </ActionButton>
      <ActionButton size="compact-md" variant="default" {...button('return')} onClick={() => setReason('')}>
        Trả lại
      </ActionButton>
      <ActionButton
        size="compact-md"
        variant="default"
        {...button('urge')}
        isPending={urge.isPending}
        onClick={() => urge.mutate(sent, told('Đã đôn đốc người phụ trách.'))}
      >
        Đôn đốc
      </ActionButton>
      {onAssign && (
        <ActionButton size="compact-md" variant="subtle" {...button('assign')} onClick={onAssign}>
          Giao người khác
        </ActionButton>
      )}
      <ConfirmDialog
        isOpen={reason !== undefined}
        title={`Trả lại phần "${section.title}"?`}
        confirm="Trả lại"
        isPending={giveBack.isPending}
        isBlocked={(reason ?? '').trim().length < 5}
        onClose={() => setReason(undefined)}
        onConfirm={() =>
          giveBack.mutate(
            { ...sent, body: { ...sent.body, reason: reason ?? '' } },
            {
              ...told('Đã trả lại, người phụ trách được báo.'),
              onSettled: () => setReason(undefined),
            },
          )
        }
      >
        <Textarea
          label="Lý do và cần sửa gì"
          description="Ít nhất 5 ký tự; người phụ trách đọc được."
          autosize
          minRows={3}
          value={reason ?? ''}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Group>
  );
}
