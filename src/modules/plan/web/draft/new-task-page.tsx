import { useNavigate, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { notify } from '#web/notices.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useSend } from '#web/use-send.ts';
import { createTask } from '../../contract/drafting.ts';
import { TaskForm } from './task-form.tsx';
import { noTask } from './task-value.ts';
import { useDraftPlan } from './use-draft-plan.ts';

/** Adds a task to the draft of a plan. */
export function Component() {
  const { planId } = useParams() as { planId: Id };
  const navigate = useNavigate();
  const plan = useDraftPlan(planId);
  const create = useSend(createTask);
  if (plan.error) return <ErrorState error={plan.error} onRetry={plan.retry} />;
  if (!plan.data) return null;
  const { data } = plan;
  const back = `/ke-hoach/${planId}?phien-ban=${data.shown.version}`;
  return (
    <>
      <PageHeader title="Thêm nhiệm vụ" back={{ to: back, label: 'Bản đang soạn' }} note={data.title} />
      <TaskForm
        plan={data}
        name={`plan-task:${planId}:new`}
        stored={noTask}
        submit="Thêm nhiệm vụ"
        isPending={create.isPending}
        error={create.error}
        onCancel={() => void navigate(back)}
        onSend={(task, told) => create.mutate({ params: { planId }, body: { revision: data.revision, task } }, told)}
        onDone={() => {
          notify('done', 'Đã thêm nhiệm vụ.');
          void navigate(back);
        }}
      />
    </>
  );
}
