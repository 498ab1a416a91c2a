import { describe, expect, test } from 'vitest';
import { aReading } from '#test/a-plan-reading.ts';
import { found, reading } from '#test/made-findings.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';
import { carryOut, needsReason, type Settling } from './carry-out.ts';

const settle = (contradiction: Contradiction, settling: Settling, corrected = false) =>
  carryOut(reading, contradiction, settling, (a, b) => a === b, corrected);

describe('what a choice changes', () => {
  const conflict = found('conflictingTargets', ['/targets/0', '/targets/1']);

  test('what a contradiction does not name cannot be done', () => {
    const refused = { ok: false, code: 'doubt-not-possible' };
    expect(settle(found('taskWithoutRow', []), { choice: 'createTask' })).toEqual(refused);
    expect(settle(found('conflictingTargets', ['/targets/0']), { choice: 'merge', reason: 'x' })).toEqual(refused);
    expect(
      settle(found('conflictingTargets', ['/purposes/0', '/tasksNarrative/0']), { choice: 'merge', reason: 'x' }),
    ).toEqual(refused);
    expect(
      settle(found('conflictingTargets', ['/targets/9', '/tasksNarrative/0']), { choice: 'merge', reason: 'x' }),
    ).toEqual(refused);
  });

  test('of two rows that repeat, merging takes the second out', () =>
    expect(settle(found('repeatedTask', ['/tasksNarrative/0', '/tasksNarrative/1']), { choice: 'merge' })).toEqual({
      ok: true,
      edits: [{ op: 'remove', path: '/tasksNarrative/1' }],
    }));

  test('only what a contradiction names is corrected without asking', () => {
    const asked = { ok: false, code: 'doubt-correction' };
    expect(settle(found('repeatedLetter', []), { choice: 'correct' })).toEqual(asked);
    for (const params of [{}, { should: '' }, { should: 3 }])
      expect(settle(found('repeatedLetter', ['/tasksNarrative/0'], params), { choice: 'correct' })).toEqual(asked);
    expect(settle(found('missingLead', ['/tasksNarrative/0'], { should: 'đ' }), { choice: 'correct' })).toEqual(asked);
    expect(settle(found('leadIsCoordinator', ['/tasksNarrative/0/lead/7']), { choice: 'correct' })).toEqual(asked);
    expect(settle(found('missingLead', ['/x']), { choice: 'correct', path: '/x' })).toEqual(asked);
    expect(settle(found('missingLead', ['/x']), { choice: 'correct', value: 'x' })).toEqual(asked);
    expect(settle(found('missingLead', ['/x']), { choice: 'correct', path: '/x', value: '' })).toEqual({
      ok: true,
      edits: [{ op: 'set', path: '/x', value: '' }],
    });
  });

  test('ignoring a repeat, or keeping what is none, changes nothing', () => {
    const repeated = aReading({ targets: [{}, { duplicateOf: 'T01' }] });
    const done = (code: Contradiction['code'], choice: 'keep' | 'ignore') =>
      carryOut(repeated, found(code, ['/targets/0', '/targets/1']), { choice }, () => false, false);
    expect(done('repeatedTarget', 'ignore')).toEqual({ ok: true, edits: [] });
    expect(done('twoMeasures', 'keep')).toEqual({ ok: true, edits: [] });
  });

  test('keeping changes nothing', () => expect(settle(conflict, { choice: 'keep' })).toEqual({ ok: true, edits: [] }));

  test('merging two figures needs a reason', () => {
    expect(needsReason(conflict, 'merge')).toBe(true);
    expect(settle(conflict, { choice: 'merge', reason: '  ' })).toEqual({ ok: false, code: 'doubt-reason' });
  });

  test('merged, the first target keeps its figure and gets the places of the other', () =>
    expect(settle(conflict, { choice: 'merge', reason: 'Cùng một chỉ tiêu' })).toMatchObject({
      ok: true,
      edits: [
        { op: 'set', path: '/targets/0', value: { valuePercent: 95, alsoIn: ['II.2.b', 'PL02/2'] } },
        { op: 'remove', path: '/targets/1' },
      ],
    }));

  test('a choice that is not offered is refused', () =>
    expect(settle(conflict, { choice: 'createTask' })).toEqual({ ok: false, code: 'doubt-choice' }));

  test('a figure in a task: its place is added to the target', () =>
    expect(
      settle(found('conflictingTargets', ['/targets/0', '/appendices/0/tasks/0']), {
        choice: 'merge',
        reason: 'như nhau',
      }),
    ).toMatchObject({ ok: true, edits: [{ path: '/targets/0', value: { alsoIn: ['/appendices/0/tasks/0'] } }] }));

  test('an item of the text becomes a row of the table of its field', () =>
    expect(settle(found('taskWithoutRow', ['/tasksNarrative/1']), { choice: 'createTask' })).toMatchObject({
      ok: true,
      edits: [{ op: 'insert', path: '/appendices/0/tasks/-', value: { no: 2, content: 'Lập đề án', lead: [] } }],
    }));

  test('the correction a contradiction names is made without asking', () => {
    const letter = found('repeatedLetter', ['/tasksNarrative/0', '/tasksNarrative/1'], { letter: 'd', should: 'đ' });
    expect(settle(letter, { choice: 'correct' })).toEqual({
      ok: true,
      edits: [{ op: 'set', path: '/tasksNarrative/1/letter', value: 'đ' }],
    });
    const both = found('leadIsCoordinator', ['/appendices/0/tasks/0/lead/0', '/appendices/0/tasks/0/coordinators/0']);
    expect(settle(both, { choice: 'correct' })).toEqual({
      ok: true,
      edits: [{ op: 'remove', path: '/appendices/0/tasks/0/coordinators/0' }],
    });
  });

  test('where none is named, "correct" needs the new words, or that they were set before', () => {
    const missing = found('missingDeadline', ['/appendices/0/tasks/0']);
    const path = '/appendices/0/tasks/0/deadlineText';
    expect(settle(missing, { choice: 'correct' })).toEqual({ ok: false, code: 'doubt-correction' });
    expect(settle(missing, { choice: 'correct' }, true)).toEqual({ ok: true, edits: [] });
    expect(settle(missing, { choice: 'correct', path, value: 'Quý I' })).toMatchObject({
      edits: [{ op: 'set', path, value: 'Quý I' }],
    });
  });

  test('repeats that are kept become targets of their own', () => {
    const repeated = aReading({ targets: [{}, { duplicateOf: 'T01' }] });
    const contradiction = found('repeatedTarget', ['/targets/0', '/targets/1']);
    const kept = carryOut(repeated, contradiction, { choice: 'keep' }, () => false, false);
    expect(kept).toMatchObject({ ok: true, edits: [{ op: 'set', path: '/targets/1' }] });
    expect(kept.ok && kept.edits[0]?.value).not.toHaveProperty('duplicateOf');
    expect(carryOut(repeated, contradiction, { choice: 'merge' }, () => false, false)).toEqual({ ok: true, edits: [] });
  });
});
