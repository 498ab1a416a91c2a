import type { DossierPage } from '../shared/rows.ts';

/** The steps of the process in a row: done, now, to come. */
export function StepLine({ page: { steps } }: { page: DossierPage }) {
  if (steps.length === 0) return null;
  return (
    <ol className="dossier-steps" aria-label="Các bước của quy trình">
      {steps.map((step) => (
        <li key={step.no} data-state={step.state} {...(step.state === 'now' && { 'aria-current': 'step' as const })}>
          <strong>{step.name}</strong>
          <span className="dimmed">{[step.role, step.norm].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}
