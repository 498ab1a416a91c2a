import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useSend } from '#web/use-send.ts';
import { setStatements } from '../../contract/drafting.ts';
import type { listStatements } from '../../contract/plans.ts';
import type { Plan } from '../plan/plan-frame.tsx';
import { filledLines, LinesField } from './lines-field.tsx';
import './draft.css';

export type StatementKind = AnswerOf<typeof listStatements>['rows'][number]['kind'];

interface StatementsFormProps {
  readonly plan: Plan;
  readonly kind: StatementKind;
  readonly title: string;
  readonly texts: readonly string[];
  readonly onClose: () => void;
}

/** Purposes, objectives or funding of a draft, item by item. */
export function StatementsForm({ plan, kind, title, texts, onClose }: StatementsFormProps) {
  const [lines, setLines] = useState<readonly string[]>(texts.length > 0 ? texts : ['']);
  const save = useSend(setStatements, {
    onSuccess: () => {
      notify('done', `Đã lưu: ${title}.`);
      onClose();
    },
  });
  return (
    <FormFrame
      submit="Lưu"
      onSubmit={() =>
        save.mutate({
          params: { planId: plan.id, kind },
          body: { revision: plan.revision, texts: filledLines(lines) },
        })
      }
      onCancel={onClose}
      isChanged={JSON.stringify(filledLines(lines)) !== JSON.stringify(texts)}
      isPending={save.isPending}
      error={save.error}
    >
      <LinesField label="Từng mục" one="mục" lines={lines} onChange={setLines} />
    </FormFrame>
  );
}
