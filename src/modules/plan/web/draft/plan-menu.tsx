import { Button } from '@mantine/core';
import { IconDots, IconFilePlus, IconPencil, IconWorld, IconWorldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '#web/shell/session.ts';
import { MenuButton, type MenuEntry } from '#web/ui/menu-button.tsx';
import { useLoaded } from '#web/ui/use-loaded.ts';
import type { Plan } from '../plan/plan-frame.tsx';

const loadDialogs = () => import('./plan-dialogs.tsx');

export type PlanAct = 'copy' | 'amend' | 'publish' | 'issue' | 'discard' | 'header';

/** What may be done with a whole plan: write next year's from it, change it, show it to everybody. */
export function PlanMenu({ plan }: { plan: Plan }) {
  const may = useMay();
  const [act, open, dialog] = usePlanDialog(plan);
  const entries: MenuEntry[] = [];
  const isIssued = plan.version > 0;
  if (may('plan.edit') && isIssued) {
    entries.push({ label: `Soạn kế hoạch năm ${plan.year + 1}`, icon: IconFilePlus, onClick: () => open('copy') });
    entries.push(
      plan.draftVersion === null
        ? { label: 'Soạn bản sửa đổi, bổ sung', icon: IconPencil, onClick: () => open('amend') }
        : {
            label: 'Mở bản đang soạn',
            icon: IconPencil,
            to: `/ke-hoach/${plan.id}?phien-ban=${plan.draftVersion}`,
          },
    );
  }
  if (may('plan.accept') && isIssued)
    entries.push({
      label: plan.published ? 'Rút khỏi trang công khai' : 'Đưa lên trang công khai',
      icon: plan.published ? IconWorldOff : IconWorld,
      isApart: entries.length > 0,
      onClick: () => open('publish'),
    });
  if (entries.length === 0) return null;
  return (
    <>
      <MenuButton entries={entries}>
        {(opener) => (
          <Button variant="default" leftSection={<IconDots size={18} stroke={1.6} />} {...opener}>
            Việc khác
          </Button>
        )}
      </MenuButton>
      {act && dialog}
    </>
  );
}

/** The dialog of an act on a plan; its code comes when it is first asked for. */
export function usePlanDialog(plan: Plan) {
  const [act, setAct] = useState<PlanAct>();
  const [dialogs, load] = useLoaded(loadDialogs);
  const open = (next: PlanAct) => void load().then(() => setAct(next));
  const dialog = act && dialogs ? <dialogs.PlanDialog act={act} plan={plan} onClose={() => setAct(undefined)} /> : null;
  return [act, open, dialog] as const;
}
