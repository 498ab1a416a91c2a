import type { FormKind } from '../states.ts';

/** Whom a slip is about; what is not known is null and printed as dots. */
export interface FormPerson {
  readonly name: string;
  readonly number: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What every slip of a dossier says. Moments are ISO text. */
export interface FormCommon {
  readonly code: string | null;
  readonly procedure: string;
  /** Nội dung yêu cầu giải quyết. */
  readonly request: string;
  readonly owner: FormPerson;
  readonly submitter: (FormPerson & { readonly paper: string }) | null;
  readonly byName: string;
  readonly byTitle: string;
}

export interface ReceiptContent extends FormCommon {
  readonly point: string;
  readonly components: readonly {
    readonly name: string;
    readonly note: string;
    readonly originals: number;
    readonly copies: number;
  }[];
  readonly copies: number;
  readonly term: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly returnBy: 'counter' | 'postal' | 'online';
  /** How the due date came about, line by line. */
  readonly explanation: readonly string[];
}

export interface SupplementContent extends FormCommon {
  readonly stage: 'intake' | 'after-examination';
  readonly items: readonly { readonly name: string; readonly note: string }[];
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly contact: string;
}

export interface RefusalContent extends FormCommon {
  readonly stage: 'intake' | 'resolution';
  readonly reason: string;
}

export interface ApologyContent extends FormCommon {
  readonly receivedAt: string;
  readonly dueBefore: string;
  /** Null: an apology without a new date. */
  readonly dueAfter: string | null;
  readonly reason: string;
}

export interface StopContent extends FormCommon {
  readonly why: 'applicant' | 'no-supplement';
  readonly receivedAt: string;
  readonly stoppedAt: string;
  readonly standing: string;
  readonly reason: string;
  readonly givenBack: string;
}

export interface TransferContent extends FormCommon {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly dueAt: string | null;
}

export interface ResultHandOverContent extends FormCommon {
  readonly toName: string;
  readonly proof: 'form-01' | 'identity' | 'authorisation' | 'postal' | 'online';
  readonly way: 'counter' | 'postal' | 'online';
  readonly at: string;
  readonly results: readonly {
    readonly title: string;
    readonly number: string | null;
    readonly signedOn: string | null;
  }[];
  readonly originals: readonly string[];
}

/** A fee slip: what was paid for what, in đồng. */
export interface FeeReceiptContent extends FormCommon {
  readonly rows: readonly {
    readonly name: string;
    readonly note: string;
    readonly quantity: number;
    readonly amount: number;
  }[];
  readonly way: string;
  readonly at: string;
}

/**
 * What a slip says, as it was when it was issued. The control slip and the register have no content of their own: they are
 * made from the journal whenever they are printed.
 */
export interface FormContents {
  readonly receipt: ReceiptContent;
  readonly supplement: SupplementContent;
  readonly refusal: RefusalContent;
  readonly apology: ApologyContent;
  readonly stop: StopContent;
  readonly transfer: TransferContent;
  readonly 'result-hand-over': ResultHandOverContent;
  readonly 'fee-receipt': FeeReceiptContent;
}

/** Slips that are kept as issued. */
export type IssuedKind = keyof FormContents & FormKind;
