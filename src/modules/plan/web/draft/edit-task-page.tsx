import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { removeTask, updateTask } from '../../contract/drafting.ts';
import { getTask } from '../../contract/plans.ts';
import type { Plan } from '../plan/plan-frame.tsx';
import { TaskForm } from './task-form.tsx';
import { valueOfTask } from './task-value.ts';
import { useDraftPlan } from './use-draft-plan.ts';

/** Changes a task of the draft of a plan, or takes it out. */
export function Component() {
  const { planId, taskId } = useParams() as { planId: Id; taskId: Id };
  const plan = useDraftPlan(planId);
  if (plan.error) return <ErrorState error={plan.error} onRetry={plan.retry} />;
  return plan.data ? <EditTask key={taskId} plan={plan.data} planId={planId} taskId={taskId} /> : null;
}

function EditTask({ plan, planId, taskId }: { plan: Plan; planId: Id; taskId: Id }) {
  const navigate = useNavigate();
  const version = plan.shown.version;
  const task = useCall(getTask, { params: { planId, taskId }, query: { version } });
  const update = useSend(updateTask);
  const back = `/ke-hoach/${planId}/nhiem-vu/${taskId}?phien-ban=${version}`;
  if (task.error) return <ErrorState error={task.error} onRetry={() => void task.refetch()} />;
  if (!task.data) return null;
  return (
    <>
      <PageHeader
        title={`Sửa nhiệm vụ ${task.data.task.place}`}
        back={{ to: back, label: 'Nhiệm vụ' }}
        note={plan.title}
        actions={<RemoveTask plan={plan} planId={planId} taskId={taskId} />}
      />
      <TaskForm
        plan={plan}
        name={`plan-task:${planId}:${taskId}`}
        stored={valueOfTask(task.data.task)}
        submit="Lưu nhiệm vụ"
        isPending={update.isPending}
        error={update.error}
        onCancel={() => void navigate(back)}
        onSend={(sent, told) =>
          update.mutate({ params: { planId, taskId }, body: { revision: plan.revision, task: sent } }, told)
        }
        onDone={() => {
          notify('done', 'Đã lưu nhiệm vụ.');
          void navigate(back);
        }}
      />
    </>
  );
}

function RemoveTask({ plan, planId, taskId }: { plan: Plan; planId: Id; taskId: Id }) {
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const client = useQueryClient();
  const remove = useSend(removeTask, {
    // This screen must be left before anything is asked again: its task is no longer there.
    refresh: 'none',
    onSuccess: async () => {
      notify('done', 'Đã bỏ nhiệm vụ khỏi bản đang soạn.');
      await navigate(`/ke-hoach/${planId}?phien-ban=${plan.shown.version}`);
      await client.invalidateQueries();
    },
    onError: (error) => notify('error', error.message),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        Bỏ nhiệm vụ
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title="Bỏ nhiệm vụ này?"
        confirm="Bỏ nhiệm vụ"
        isDangerous
        isPending={remove.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate({ params: { planId, taskId }, query: { revision: plan.revision } })}
      >
        Nhiệm vụ chỉ bị bỏ khỏi bản đang soạn; các phiên bản đã ban hành vẫn giữ nguyên.
      </ConfirmDialog>
    </>
  );
}
