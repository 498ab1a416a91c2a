import { type RawBuilder, sql } from 'kysely';

/** The condition that `id` is one of these, as one parameter however many they are. */
export function isOneOf(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`id = any(${[...ids]}::uuid[])`;
}
