import type { AnyRoute } from '#kernel/route.ts';
import type { DossierPage } from '../../shared/rows.ts';

/** What a person gave in the dialog of an act, by the names of its fields. */
export interface Given {
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One field of a dialog beside its text. */
export interface AskedField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'lines' | 'day' | 'moment' | 'amount' | 'choice' | 'person' | 'step' | 'evidence';
  readonly isNeeded: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: (page: DossierPage) => string;
}

/** What the dialog of an act asks for, and what is sent beside the version. */
export interface ActForm {
  readonly route: AnyRoute;
  readonly title: string;
  readonly note?: string | ((page: DossierPage) => string);
  readonly text: { readonly label: string; readonly least: number };
  readonly fields: readonly AskedField[];
  readonly done: string;
  readonly body: (given: Given, page: DossierPage) => object;
}
