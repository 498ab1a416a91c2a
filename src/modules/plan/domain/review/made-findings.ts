import { aReading } from '#test/a-plan-reading.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';
import { makeContradiction } from '../contradictions/make-contradiction.ts';

/** A small plan with what people settle. */
export const reading = aReading({
  purposes: ['Mục đích một'],
  targets: [
    { valuePercent: 95, section: 'II.1' },
    { valuePercent: 97, section: 'II.2.b', alsoIn: ['PL02/2'] },
  ],
  tasks: [{ content: 'Rà soát', lead: ['UBND xã'], coordinators: ['UBND xã', 'Công an xã'] }],
  items: [{ letter: 'd' }, { letter: 'd', text: 'Lập đề án' }],
});

export const place = (path: string, ref = path) => ({ path, ref, lines: [] });
export const found = (code: Contradiction['code'], paths: readonly string[], params = {}) =>
  makeContradiction(
    code,
    paths.map((path) => place(path)),
    'keep',
    params,
  );
