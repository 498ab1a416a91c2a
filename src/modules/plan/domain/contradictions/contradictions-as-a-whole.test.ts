import { describe, expect, test } from 'vitest';
import { type ContradictionCode, contradictionWeights } from './contradiction.ts';
import { findContradictions, issuerOf } from './find-contradictions.ts';
import { anAppendix, anItem, aPlan, aTask, commune, items, only, rows } from './made-plans.ts';
import { choiceLabel, contradictionWords } from './text.ts';

describe('findings as a whole', () => {
  const plan = aPlan({
    decision: { number: null, date: null },
    tasksNarrative: [anItem('a', 1, 'Rà soát trên địa bàn huyện'), anItem('c', 2, 'Số hóa cấp huyện')],
    appendices: [
      anAppendix([
        aTask({ due: '', lead: [] }),
        aTask({ no: 3, due: 'Thường xuyên', lead: ['UBND xã', 'Công an xã'] }),
      ]),
    ],
    places: {
      '/tasksNarrative/0/text': [7, 5],
      '/tasksNarrative/1/text': [9],
      '/appendices/0/tasks/0/content': [20],
      '/appendices/0/tasks/0/no': [19],
    },
  });

  test('decisions before notes, each in the order of the document', () => {
    const list = findContradictions(plan, commune);
    const ranks = list.map((one) => contradictionWeights[one.code]);
    expect(ranks).toEqual([...ranks].sort());
    const first = list
      .filter((one) => contradictionWeights[one.code] === 'decide')
      .map((one) => one.places[0]?.lines[0] ?? Infinity);
    expect(first).toEqual([...first].sort((a, b) => a - b));
  });

  test('lines of a field, of what it holds, or of what it is part of', () => {
    const list = findContradictions(plan, commune);
    const linesOf = (code: ContradictionCode) => list.find((one) => one.code === code)?.places[0]?.lines;
    expect(linesOf('higherLevelWords')).toEqual([5, 7]);
    expect(linesOf('missingDeadline')).toEqual([19, 20]);
    expect(linesOf('blankDecision')).toEqual([]);
  });

  test('keys tell findings apart and stay the same', () => {
    const list = findContradictions(plan, commune);
    expect(new Set(list.map((one) => one.key)).size).toBe(list.length);
    expect(findContradictions(structuredClone(plan), commune)).toEqual(list);
    expect(list.find((one) => one.code === 'missingDeadline')?.key).toBe('missingDeadline:/appendices/0/tasks/0');
  });

  test('the proposal is one of the choices, and all have words', () => {
    for (const one of findContradictions(plan, commune)) {
      expect(one.choices).toContain(one.proposal);
      expect(one.choices.map(choiceLabel)).not.toContain(undefined);
      const { title, finding, proposal } = contradictionWords(one);
      for (const text of [title, finding, proposal]) expect(text).not.toMatch(/[{}]|undefined/);
      expect(finding.endsWith('.'), finding).toBe(true);
    }
  });

  test('many places are counted', () => {
    const many = rows(
      ...Array.from({ length: 15 }, (_, index) =>
        aTask({ no: index + 1, content: `Việc ${index}`, due: 'Thường xuyên' }),
      ),
    );
    const [one] = only('openDeadline', many);
    expect(one && contradictionWords(one).finding).toBe(
      '15 nhiệm vụ không có mốc ngày cụ thể (“Thường xuyên”): PL01/1, PL01/2, PL01/3, PL01/4, PL01/5, PL01/6, PL01/7, PL01/8, PL01/9, PL01/10, PL01/11, PL01/12 và 3 nơi khác.',
    );
  });

  test('whose plan it is, when nobody else says', () => {
    expect(issuerOf(aPlan())).toEqual(commune);
    expect(issuerOf(aPlan({ twoTier: true, issuerLevel: 'ward' }))).toEqual({ level: 'ward', twoTier: true });
    expect(findContradictions(items(anItem('a', 1, 'Đào tạo trên địa bàn huyện')))).toHaveLength(1);
  });

  test.each(Object.keys(contradictionWeights))('%s has words', (code) => {
    const { title, finding, proposal } = contradictionWords({
      key: '',
      code: code as ContradictionCode,
      places: [{ path: '', ref: 'PL01/1', lines: [] }],
      params: {},
      proposal: 'keep',
      choices: [],
    });
    expect(title).toMatch(/^\p{Lu}/u);
    expect(finding.length).toBeGreaterThan(10);
    expect(proposal).toMatch(/\.$/);
  });
});
