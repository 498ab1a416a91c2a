import { randomInt } from 'node:crypto';

/** Letters and figures that nobody mistakes for one another when they are read aloud or from paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for the first sign-in, easy to read out: three groups of four (about 59 bits). */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group()].join('-');
}
