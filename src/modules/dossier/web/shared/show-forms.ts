import { addressOf } from '#web/address-of.ts';
import { printForm } from '../../contract/forms.ts';

interface WithForms {
  readonly forms: readonly { readonly id: string }[];
}

function hasForms(answer: unknown): answer is WithForms {
  return typeof answer === 'object' && answer !== null && 'forms' in answer && Array.isArray(answer.forms);
}

/** The address of a slip as PDF. */
export function formAddress(formId: string): string {
  return addressOf(printForm.path, { formId }, undefined);
}

/** Opens the slips that an act brought forth, ready for printing. */
export function showForms(answer: unknown): void {
  if (!hasForms(answer)) return;
  for (const form of answer.forms) window.open(formAddress(form.id), '_blank', 'noopener');
}
