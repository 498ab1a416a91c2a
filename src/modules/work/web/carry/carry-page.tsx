import '../work.css';
import './carry.css';
import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import { listPlans } from '#modules/plan/contract/plans.ts';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { loadAll, routeSource } from '#web/ui/table/table-source.ts';
import { useCall } from '#web/use-call.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { listWorkTasks } from '../../contract/reads.ts';
import { carryOver } from '../../contract/tasks.ts';
import { CarriedTask } from './carried-task.tsx';
import { blankCarry, type CarryValue, missingIn, readCarryDraft, sentCarry } from './carry-value.ts';

/** Carries unfinished tasks of a plan into a later one; the link is kept both ways. */
export function Component() {
  const plans = useCall(listPlans, { query: { size: 100 } });
  const issued = (plans.data?.rows ?? []).filter((plan) => plan.version > 0);
  const hasLater = new Set(issued.map((plan) => plan.year)).size > 1;
  return (
    <>
      <PageHeader
        title="Chuyển nhiệm vụ chưa xong"
        back={{ to: '/theo-doi', label: 'Theo dõi' }}
        note="Nhiệm vụ chưa xong của kế hoạch cũ kết thúc ở đó và làm tiếp trong kế hoạch sau; hai bên giữ liên kết với nhau."
      />
      {plans.error && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data && !hasLater && (
        <EmptyState
          title="Chưa có kế hoạch sau để chuyển sang"
          text="Khi kế hoạch của năm sau được ban hành, nhiệm vụ chưa xong của năm trước được chuyển sang ở đây."
        />
      )}
      {hasLater && <CarryForm plans={issued} />}
    </>
  );
}

interface PlanChoice {
  readonly id: Id;
  readonly title: string;
  readonly year: number;
}

function CarryForm({ plans }: { plans: readonly PlanChoice[] }) {
  const navigate = useNavigate();
  const [value, setValue] = useState(blankCarry);
  const carry = useSend(carryOver);
  const isChanged = !carry.isSuccess && JSON.stringify(value) !== JSON.stringify(blankCarry);
  const draft = useDraft('work:carry', value, isChanged, readCarryDraft);
  const set = (part: Partial<CarryValue>) => setValue({ ...value, ...part });
  const from = plans.find((plan) => plan.id === value.fromId);
  const later = plans.filter((plan) => from !== undefined && plan.year > from.year);
  const missing = missingIn(value);
  function onSubmit() {
    carry.mutate(sentCarry(value), {
      onSuccess: ({ carried, linked }) => {
        draft.drop();
        notify('done', `Đã chuyển ${carried + linked} nhiệm vụ, trong đó ${linked} nối vào nhiệm vụ của kế hoạch mới.`);
        setValue(blankCarry);
        carry.reset();
      },
    });
  }
  return (
    <FormFrame
      submit={value.tasks.length > 0 ? `Chuyển ${value.tasks.length} nhiệm vụ` : 'Chuyển'}
      onSubmit={onSubmit}
      onCancel={() => void navigate('/theo-doi')}
      isChanged={isChanged}
      isPending={carry.isPending}
      error={carry.error}
      verdict={missing === undefined ? allowed : refused('missing')}
      words={{ missing: missing ?? '' }}
      draft={draft}
      onRestore={setValue}
    >
      <NativeSelect
        label="Từ kế hoạch"
        required
        data={[{ value: '', label: 'Xin chọn' }, ...plans.map(({ id, title }) => ({ value: id, label: title }))]}
        value={value.fromId}
        onChange={(event) => set({ fromId: event.currentTarget.value, toId: '', tasks: [] })}
      />
      <NativeSelect
        label="Sang kế hoạch"
        required
        disabled={from === undefined}
        data={[{ value: '', label: 'Xin chọn' }, ...later.map(({ id, title }) => ({ value: id, label: title }))]}
        value={value.toId}
        onChange={(event) =>
          set({ toId: event.currentTarget.value, tasks: value.tasks.map((task) => ({ ...task, toTaskId: null })) })
        }
      />
      {from && value.toId !== '' && <Tasks value={value} onChange={(tasks) => set({ tasks })} />}
      <Textarea
        label="Lý do"
        description="Ghi vào lịch sử của từng nhiệm vụ."
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </FormFrame>
  );
}

function Tasks({ value, onChange }: { value: CarryValue; onChange: (tasks: CarryValue['tasks']) => void }) {
  const source = routeSource(listWorkTasks, { query: { planId: value.fromId as Id, closed: 'no', sort: 'place' } });
  const found = useQuery({ queryKey: [...source.key, 'all'], queryFn: () => loadAll(source, {}, 500) });
  const targets = useChoices(listWorkTasks, (row) => [row.place, row.content].filter(Boolean).join(' · '), {
    query: { planId: value.toId as Id, sort: 'place' },
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Text size="sm">Đang lấy nhiệm vụ chưa xong…</Text>;
  if (found.data.length === 0) return <Text>Kế hoạch này không còn nhiệm vụ nào chưa xong.</Text>;
  const chosen = new Map(value.tasks.map((task) => [task.taskId, task]));
  const isAll = chosen.size === found.data.length;
  const takeAll = () =>
    onChange(isAll ? [] : found.data.map(({ id }) => chosen.get(id) ?? { taskId: id, toTaskId: null, due: undefined }));
  return (
    <section aria-label="Nhiệm vụ chưa xong">
      <Button variant="subtle" size="compact-md" onClick={takeAll}>
        {isAll ? 'Bỏ chọn tất cả' : `Chọn cả ${found.data.length} nhiệm vụ`}
      </Button>
      <ul className="work-list">
        {found.data.map((task) => (
          <CarriedTask
            key={task.id}
            task={task}
            value={chosen.get(task.id)}
            targets={targets}
            onChange={(next) =>
              onChange([...value.tasks.filter((one) => one.taskId !== task.id), ...(next ? [next] : [])])
            }
          />
        ))}
      </ul>
    </section>
  );
}
