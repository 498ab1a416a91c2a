import '../work.css';
import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getWorkTask } from '../../contract/reads.ts';
import { dropTask } from '../../contract/tasks.ts';
import { ActDialog } from '../obligation/act-dialog.tsx';
import type { Asking } from '../obligation/act-forms.ts';
import { Facts } from '../obligation/facts.tsx';
import { Section } from '../obligation/section.tsx';
import { bearerText } from '../shared/bearer-text.ts';
import { verdictOf, wordsOf } from '../shared/verdict-of.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { CheckList } from './check-list.tsx';
import { FormerHistory, MovedNotes } from './moved-notes.tsx';
import { TaskAbove } from './task-above.tsx';
import { TaskLinks, TaskObligations } from './task-links.tsx';
import type { TaskPage } from './task-page-type.ts';

const dropForm: Asking = {
  route: dropTask,
  title: 'Thôi thực hiện nhiệm vụ này?',
  note: 'Cần văn bản cho thôi; các sản phẩm chưa xong kết thúc theo và không tính vào tiến độ.',
  text: { label: 'Lý do', least: 5 },
  evidence: { label: 'Văn bản cho thôi thực hiện', isNeeded: true, most: 1 },
  done: 'Đã thôi thực hiện nhiệm vụ.',
};

/** One task: people, what is owed for it, its steps and parts, where it comes from and where it goes on. */
export function Component() {
  const taskId = useParams().taskId as Id;
  const found = useCall(getWorkTask, { params: { taskId } });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Task key={taskId} task={found.data} /> : null;
}

function Task({ task }: { task: TaskPage }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'change' | 'drop'>();
  const button = (act: string) => ({ verdict: verdictOf(task.acts, act), words: wordsOf(task.acts) });
  return (
    <>
      <PageHeader
        title={task.place ? `Nhiệm vụ ${task.place}` : 'Nhiệm vụ'}
        back={{ to: '/theo-doi', label: 'Theo dõi' }}
        note={<Stand task={task} />}
      />
      <MovedNotes task={task} />
      <Text mb="md" fw={600}>
        {task.content}
      </Text>
      <Group gap="sm" mb="md">
        <ActionButton variant="default" {...button('change')} onClick={() => setOpen('change')}>
          Đổi người, mức khẩn
        </ActionButton>
        <ActionButton
          variant="default"
          {...button('add-child')}
          onClick={() => void navigate(`/giao-viec?cha=${task.id}`)}
        >
          Giao việc con
        </ActionButton>
        <ActionButton variant="default" {...button('drop')} onClick={() => setOpen('drop')}>
          Thôi thực hiện
        </ActionButton>
      </Group>
      <TaskFacts task={task} />
      <TaskObligations task={task} />
      <Section title="Danh mục việc">
        <CheckList task={task} />
      </Section>
      <TaskAbove task={task} />
      <TaskLinks task={task} />
      <FormerHistory task={task} />
      <HistoryFold type="work-task" id={task.id} />
      {open === 'change' && <ChangeDialog task={task} onClose={() => setOpen(undefined)} />}
      {open === 'drop' && (
        <ActDialog
          draftKey={`task:drop:${task.id}`}
          form={dropForm}
          confirm="Thôi thực hiện"
          inputOf={({ text, evidenceIds: [evidenceId] }) => ({
            params: { taskId: task.id },
            body: { version: task.version, reason: text, evidenceId },
          })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Stand({ task }: { task: TaskPage }) {
  if (task.droppedBy) return <StatusBadge tone="none">{`Thôi thực hiện: ${task.droppedBy}`}</StatusBadge>;
  if (!task.ours) return <StatusBadge tone="none">Việc của cấp trên</StatusBadge>;
  return task.closed ? (
    <StatusBadge tone="done">Đã xong</StatusBadge>
  ) : (
    <StatusBadge tone="active">Đang thực hiện</StatusBadge>
  );
}

const urgencyWords = { normal: 'Thường', urgent: 'Khẩn', immediate: 'Hỏa tốc' };
const sourceWords = { plan: 'Kế hoạch', document: 'Văn bản', meeting: 'Kết luận họp', other: 'Khác' };

function taskLink(task: { readonly id: Id; readonly content: string }, year?: number) {
  return (
    <Anchor component={Link} to={`/viec/${task.id}`}>
      {task.content}
      {year !== undefined && ` (năm ${year})`}
    </Anchor>
  );
}

function TaskFacts({ task }: { task: TaskPage }) {
  const partText = (role: 'coordinator' | 'watcher') =>
    task.parts
      .filter((part) => part.role === role)
      .map((part) => bearerText(part.bearer))
      .join('; ');
  return (
    <Facts
      facts={[
        [
          'Chủ trì',
          <Text key="lead" span inherit {...(task.lead.empty && { c: 'red.8', fw: 600 })}>
            {bearerText(task.lead)}
          </Text>,
        ],
        ['Phối hợp', partText('coordinator')],
        ['Theo dõi', partText('watcher')],
        [
          'Nguồn',
          task.source === 'plan' && task.planId ? (
            <Anchor key="plan" component={Link} to={`/ke-hoach/${task.planId}/nhiem-vu/${task.id}`}>
              Nhiệm vụ của kế hoạch
            </Anchor>
          ) : (
            [sourceWords[task.source], task.sourceWords].filter(Boolean).join(': ')
          ),
        ],
        [
          'Văn bản căn cứ',
          task.sourceEvidenceId && (
            <Anchor key="evidence" component={Link} to={`/minh-chung/${task.sourceEvidenceId}`}>
              Mở văn bản
            </Anchor>
          ),
        ],
        ['Thuộc nhiệm vụ', task.parent && taskLink(task.parent)],
        ['Chuyển từ', task.carriedFrom && taskLink(task.carriedFrom, task.carriedFrom.year)],
        ['Chuyển sang', task.carriedTo && taskLink(task.carriedTo, task.carriedTo.year)],
        ['Mức khẩn', urgencyWords[task.urgency]],
        ['Trọng số', task.weight.toLocaleString('vi-VN')],
      ]}
    />
  );
}
