import { Group } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '#web/ui/action-button.tsx';
import { type Act, acts } from '../../domain/acts.ts';
import { HandInDialog } from '../shared/hand-in-dialog.tsx';
import type { ObligationPage } from '../shared/rows.ts';
import { verdictOf, wordsOf } from '../shared/verdict-of.ts';
import { ActDialog } from './act-dialog.tsx';
import { actForms } from './act-forms.ts';
import { actWords } from './act-words.ts';

const leading: ReadonlySet<Act> = new Set(['hand-in', 'accept']);

/** Every act: what may be done now first, the rest in a fold, grey with its reason. */
export function ActBar({ page }: { page: ObligationPage }) {
  const [open, setOpen] = useState<Act>();
  const { id, version } = page.obligation;
  const shown = acts.filter((act) => page.acts.some((one) => one.act === act));
  const may = (act: Act) => verdictOf(page.acts, act).ok;
  const first = shown
    .filter((act) => may(act) && act !== 'decide-extension')
    .sort((one, other) => Number(leading.has(other)) - Number(leading.has(one)));
  const rest = shown.filter((act) => !may(act));
  const button = (act: Act) => (
    <ActionButton
      key={act}
      variant={leading.has(act) ? 'filled' : 'default'}
      verdict={verdictOf(page.acts, act)}
      words={wordsOf(page.acts)}
      onClick={() => setOpen(act)}
    >
      {actWords[act]}
    </ActionButton>
  );
  return (
    <div className="work-acts">
      <Group gap="sm">{first.map(button)}</Group>
      {rest.length > 0 && (
        <details className="work-fold">
          <summary>Việc khác, chưa làm được lúc này</summary>
          <Group gap="sm">{rest.map(button)}</Group>
        </details>
      )}
      {open === 'hand-in' && <HandInDialog items={[page.obligation]} onClose={() => setOpen(undefined)} />}
      {open && open !== 'hand-in' && open !== 'decide-extension' && (
        <ActDialog
          key={open}
          draftKey={`act:${open}:${id}`}
          form={actForms[open]}
          confirm={actWords[open]}
          inputOf={(given) => ({
            params: { obligationId: id },
            body: { version, ...actForms[open].body(given, page) },
          })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
