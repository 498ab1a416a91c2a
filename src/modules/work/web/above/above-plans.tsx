import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listOfferedPlans, removeAbovePlan, takeAbovePlan } from '../../contract/above.ts';
import { ReasonDialog } from '../shared/reason-dialog.tsx';
import { type AbovePlanRow, planWords } from './above-rows.ts';
import { AddItemPanel } from './add-item-panel.tsx';
import { AddPlanPanel } from './add-plan-panel.tsx';

interface AbovePlansProps {
  readonly year: number;
  readonly plans: readonly AbovePlanRow[];
  readonly isEditable: boolean;
}

const sourceWords = {
  unit: 'lấy từ đơn vị cấp trên',
  document: 'đọc từ văn bản',
  hand: 'nhập bằng tay',
} as const;

/** The plans of higher levels that ours is compared with, and how further ones come in. */
export function AbovePlans({ year, plans, isEditable }: AbovePlansProps) {
  const [isAdding, setAdding] = useState(false);
  const add = isEditable && (
    <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setAdding(true)}>
      Thêm kế hoạch cấp trên
    </Button>
  );
  return (
    <section aria-label="Kế hoạch cấp trên">
      {plans.length === 0 ? (
        <EmptyState
          title={`Chưa ghi kế hoạch cấp trên nào của năm ${year}`}
          text="Lấy từ đơn vị cấp trên đã công khai, đọc từ văn bản, hoặc nhập bằng tay; rồi so từng nhiệm vụ, chỉ tiêu với kế hoạch của ta."
        >
          {add}
        </EmptyState>
      ) : (
        <>
          <ul className="work-list">
            {plans.map((plan) => (
              <Plan key={plan.id} plan={plan} isEditable={isEditable} />
            ))}
          </ul>
          <Group my="sm">{add}</Group>
        </>
      )}
      {isAdding && <AddPlanPanel year={year} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Plan({ plan, isEditable }: { plan: AbovePlanRow; isEditable: boolean }) {
  const [open, setOpen] = useState<'item' | 'remove'>();
  const remove = useSend(removeAbovePlan);
  return (
    <li className="work-item">
      <div>
        <Title order={2} size="h4">
          {planWords(plan)}
        </Title>
        <Text size="sm" c="dimmed">
          {plan.targets} chỉ tiêu, {plan.tasks} nhiệm vụ · {sourceWords[plan.source]}
        </Text>
      </div>
      {isEditable && (
        <div className="work-item-acts">
          {plan.renewable && <Renew plan={plan} />}
          <Button size="compact-md" variant="default" onClick={() => setOpen('item')}>
            Ghi thêm yêu cầu
          </Button>
          <Button size="compact-md" variant="subtle" color="red" onClick={() => setOpen('remove')}>
            Bỏ
          </Button>
        </div>
      )}
      {open === 'item' && <AddItemPanel plan={plan} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <ReasonDialog
          title="Bỏ kế hoạch cấp trên này?"
          confirm="Bỏ kế hoạch"
          isPending={remove.isPending}
          error={remove.error}
          onSend={(reason) =>
            remove.mutate(
              { params: { abovePlanId: plan.id }, body: { version: plan.version, reason } },
              { onSuccess: () => notify('done', 'Đã bỏ kế hoạch cấp trên.') },
            )
          }
          onClose={() => setOpen(undefined)}
        >
          <Text mb="sm">Mọi yêu cầu của kế hoạch này, cùng lý do khác đã ghi, mất theo.</Text>
        </ReasonDialog>
      )}
    </li>
  );
}

/** The higher unit has a later version in force: takes what it asks now; what was said stays. */
function Renew({ plan }: { plan: AbovePlanRow }) {
  const offered = useCall(listOfferedPlans, { query: { year: plan.year } });
  const take = useSend(takeAbovePlan);
  const found = offered.data?.units.find(({ planId }) => planId === plan.sourcePlanId);
  if (!found) return null;
  return (
    <Button
      size="compact-md"
      loading={take.isPending}
      onClick={() =>
        take.mutate(
          { body: { from: 'unit', year: plan.year, planId: found.planId } },
          {
            onSuccess: ({ added, changed, gone }) =>
              notify('done', `Đã lấy bản mới: thêm ${added}, đổi ${changed}, cấp trên bỏ ${gone} yêu cầu.`),
            onError: (error) => notify('error', error.message),
          },
        )
      }
    >
      Lấy bản mới của cấp trên
    </Button>
  );
}
