/** The ways a person can be told. */
export const channels = ['app', 'email'] as const;
export type Channel = (typeof channels)[number];

/** What a person chose for one kind; what is not said follows the kind. */
export interface Choice {
  readonly app?: boolean | undefined;
  readonly email?: boolean | undefined;
}

/** What the kind gives to those who chose nothing, and what nobody can switch off. */
export interface KindDefaults {
  readonly email: boolean;
  readonly required: boolean;
}

/** A kind that its module no longer gives is still shown on the screen. */
export const unknownKind: KindDefaults = { email: false, required: false };

/**
 * By which channels a person is told of a kind: the choice, else the default of the kind; a required kind is always
 * on the screen. Whoever switches both off for another kind has chosen not to be told of it.
 */
export function channelsOf(kind: KindDefaults, choice: Choice | undefined): Readonly<Record<Channel, boolean>> {
  return {
    app: kind.required || (choice?.app ?? true),
    email: choice?.email ?? kind.email,
  };
}
