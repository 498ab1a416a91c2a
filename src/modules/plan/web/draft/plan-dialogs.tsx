import type { Plan } from '../plan/plan-frame.tsx';
import { AmendDialog, DiscardDialog, PublishDialog } from './confirm-dialogs.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { HeaderDialog } from './header-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import type { PlanAct } from './plan-menu.tsx';

export interface PlanDialogProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

const dialogs: Readonly<Record<PlanAct, React.ComponentType<PlanDialogProps>>> = {
  copy: CopyDialog,
  amend: AmendDialog,
  publish: PublishDialog,
  issue: IssueDialog,
  discard: DiscardDialog,
  header: HeaderDialog,
};

/** The dialog of one act on a plan. */
export function PlanDialog({ act, ...props }: PlanDialogProps & { act: PlanAct }) {
  const Dialog = dialogs[act];
  return <Dialog {...props} />;
}
