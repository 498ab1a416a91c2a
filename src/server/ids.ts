import * as crypto from 'node:crypto';
import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel/brands.ts';

/** A new id (UUID version 7): ids made later sort later. */
export function newId(): Id {
  const make = (crypto as { randomUUIDv7?: () => string }).randomUUIDv7 ?? randomUUID;
  return make() as Id;
}
