import type { ComponentType } from 'react';

/** One entry of the navigation. */
export interface NavEntry {
  readonly label: string;
  /** For the phone's bar, where `label` would be longer than two words. */
  readonly short?: string;
  /** Below `/lam-viec`, e.g. `/ke-hoach`. */
  readonly path: string;
  /** An icon of `@tabler/icons-react`. */
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Without it the entry is shown to everybody signed in. */
  readonly permission?: string;
  /** Smaller comes first; the first entry a person may see is their first page. */
  readonly order: number;
  /** Heading the entry stands under, e.g. `Quản trị`. */
  readonly group?: string;
}

/** One screen; its code is loaded when it is first opened. */
export interface WebRoute {
  /** Below `/lam-viec`, with parameters as `/ke-hoach/:planId`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly Component: ComponentType }>;
  readonly permission?: string;
}

/** What a module adds to the staff site: one line of `src/modules/index.web.ts`. */
export interface WebModule {
  readonly name: string;
  readonly nav: readonly NavEntry[];
  readonly routes: readonly WebRoute[];
  /** Mounted once in the header, beside the account menu; the notification module puts its bell here. */
  readonly headerSlot?: () => Promise<{ readonly Component: ComponentType }>;
}
