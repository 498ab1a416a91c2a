import type { Context } from '#server/context.ts';

/** What seeding needs of a context: an open transaction of the unit to be, its log and its events. */
export type SeedContext = Pick<Context, 'db' | 'unitId' | 'newId' | 'today' | 'log' | 'publish'>;
