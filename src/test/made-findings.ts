import type { Contradiction } from '#modules/plan/domain/contradictions/contradiction.ts';
import { makeContradiction } from '#modules/plan/domain/contradictions/make-contradiction.ts';
import { aReading } from '#test/a-plan-reading.ts';

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
