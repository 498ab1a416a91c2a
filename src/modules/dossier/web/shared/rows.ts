import type { AnswerOf } from '#kernel/route.ts';
import type { getDossier } from '../../contract/dossier-page.ts';
import type { DossierRow } from '../../contract/parts.ts';

export type { DossierRow };
export type DossierPage = AnswerOf<typeof getDossier>;
