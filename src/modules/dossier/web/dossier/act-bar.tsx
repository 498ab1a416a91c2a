import { Group } from '@mantine/core';
import { useState } from 'react';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import type { DossierAct } from '../../domain/transitions.ts';
import { buttonWords } from '../../text/act-words.ts';
import type { DossierPage } from '../shared/rows.ts';
import { ActDialog } from './act-dialog.tsx';
import { actForms } from './act-forms/act-forms.ts';

const leading: readonly DossierAct[] = [
  'receive',
  'transfer',
  'forward',
  'sign-result',
  'hand-over',
  'sign-apology',
  'send-supplement',
  'receive-supplement',
  'confirm-payment',
];

function verdictOf({ acts }: DossierPage, act: DossierAct): Verdict {
  const found = acts.find((one) => one.act === act);
  return found?.allowed === false ? refused(found.code ?? '') : allowed;
}

/** Every act: what may be done now first, the rest in a fold, grey with its reason. */
export function ActBar({ page }: { page: DossierPage }) {
  const [open, setOpen] = useState<DossierAct>();
  const shown = page.acts.filter(({ act }) => actForms[act]);
  const words = Object.fromEntries(shown.flatMap(({ code, message }) => (code && message ? [[code, message]] : [])));
  const rank = (act: DossierAct) => (leading.includes(act) ? leading.indexOf(act) : leading.length);
  const now = shown.filter((one) => one.allowed).sort((one, other) => rank(one.act) - rank(other.act));
  const later = shown.filter((one) => !one.allowed);
  const button = ({ act }: { act: DossierAct }, index: number) => (
    <ActionButton
      key={act}
      variant={index === 0 && leading.includes(act) ? 'filled' : 'default'}
      verdict={verdictOf(page, act)}
      words={words}
      onClick={() => setOpen(act)}
    >
      {buttonWords[act]}
    </ActionButton>
  );
  const form = open && actForms[open];
  return (
    <div className="dossier-acts">
      <Group gap="sm">{now.map(button)}</Group>
      {later.length > 0 && (
        <details className="dossier-fold">
          <summary>Việc khác, chưa làm được lúc này</summary>
          <Group gap="sm">{later.map((one) => button(one, 1))}</Group>
        </details>
      )}
      {open && form && <ActDialog key={open} act={open} form={form} page={page} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
