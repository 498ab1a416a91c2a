import { randomBytes } from 'node:crypto';
import type { Id } from '#kernel/brands.ts';

let lastMs = 0;
let counter = 0;

/**
 * A new id (UUID version 7): ids that this process makes later sort later, also within one millisecond, so that acts
 * of one request keep their order (RFC 9562 §6.2, a counter in the twelve bits after the version).
 */
export function newId(): Id {
  const ms = Date.now();
  const random = randomBytes(10);
  if (ms > lastMs) {
    lastMs = ms;
    counter = random.readUInt16BE(0) % 2_048;
  } else if (++counter > 0xfff) {
    lastMs++;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = random.toString('hex', 2);
  const variant = '89ab'[(random[0] ?? 0) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}` as Id;
}
