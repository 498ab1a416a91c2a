import type { Channel } from '../procedure-content.ts';

/** A time as the national portal prints it. */
export interface PortalTime {
  readonly value: number | null;
  /** `workingDay`, `calendarDay`, `workingHour`, `hour` or `immediate`; null when it prints none. */
  readonly unit: string | null;
}

/** A procedure as it was read from the national portal: what `starter/procedures.json` and files of that form hold. */
export interface PortalEntry {
  readonly code: string | null;
  readonly name: string;
  readonly field: string;
  readonly level: string;
  readonly timeLimit: PortalTime;
  readonly timeByChannel?: readonly (PortalTime & { readonly channel: Channel })[] | undefined;
  readonly timeNote?: string | undefined;
  readonly fees: readonly {
    readonly name: string;
    readonly amountVnd: number | null;
    readonly channel?: Channel | undefined;
    readonly note?: string | undefined;
  }[];
  readonly components: readonly PortalComponent[];
  readonly componentsTruncated?: number | undefined;
  readonly result: string | null;
  readonly resultCodes?: readonly string[] | undefined;
  /** `offline`, `onlineUnspecified`, `motPhan` or `toanTrinh`. */
  readonly onlineLevel: string;
  readonly lienThong: boolean;
  readonly channels?: readonly Channel[] | undefined;
  readonly publishedDecision?: string | undefined;
  readonly source: string;
  readonly verified: boolean;
  readonly unverifiedFields?: readonly string[] | undefined;
  readonly verifiedFields?: readonly string[] | undefined;
  /** Place in the list of what counters need most. */
  readonly sort?: number | undefined;
}

export interface PortalComponent {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  readonly mode?: string | undefined;
  readonly channelOnly?: string | undefined;
  readonly hasForm?: boolean | undefined;
  /** The heading it stands under. */
  readonly case?: string | undefined;
}
