import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import type { getDossier } from '../../contract/dossier-page.ts';

type Page = z.output<(typeof getDossier)['answer']>;
type Pause = Page['pauses'][number];
type Finding = Page['findings'][number];

/**
 * What stands around a dossier as the database gives it: as the contract has it, but that instants are the database's
 * text, pauses name their bounds otherwise, and findings have facts instead of words.
 */
export interface DossierParts
  extends Pick<
    Page,
    'supplements' | 'extensions' | 'consultations' | 'payments' | 'components' | 'results' | 'forms' | 'correctedBy'
  > {
  readonly pauses: readonly (Omit<Pause, 'from' | 'to'> & { readonly fromAt: string; readonly toAt: string | null })[];
  readonly findings: readonly (Omit<Finding, 'words'> & { readonly facts: unknown })[];
  readonly corrects: { readonly id: Id; readonly code: string | null } | null;
  readonly lockedByName: string | null;
  readonly paperReason: string | null;
}
