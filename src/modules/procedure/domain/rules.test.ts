import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { checkContent } from './check-content.ts';
import { componentsFor } from './components-for.ts';
import { type Answers, type Condition, decide } from './condition.ts';
import { feesFor } from './fees-for.ts';
import { mayReplacePaper } from './may-replace-paper.ts';
import {
  type Channel,
  type Component,
  channels,
  type FeeRule,
  type ProcedureContent,
  type TermRule,
} from './procedure-content.ts';
import { termFor } from './term-for.ts';

const rule = (milli: number | null, where: Partial<TermRule> = {}): TermRule => ({
  channel: null,
  case: null,
  term: milli === null ? null : { unit: 'working-day', milli },
  bareMilli: null,
  counting: 'days',
  legalBasis: null,
  note: null,
  ...where,
});

describe('the term of a dossier', () => {
  const catalogue = [
    rule(20_000),
    rule(17_000, { channel: 'online' }),
    rule(5_000, { case: 'cap-lai' }),
    rule(3_000, { case: 'cap-lai', channel: 'postal' }),
  ];
  test.each([
    ['counter', null, 20_000],
    ['online', null, 17_000],
    ['postal', null, 20_000],
    ['counter', 'cap-lai', 5_000],
    ['online', 'cap-lai', 5_000],
    ['postal', 'cap-lai', 3_000],
    ['counter', 'khac', 20_000],
  ] as const)('by %s, case %s: %d thousandths', (channel, caseCode, milli) => {
    const found = termFor({ content: { terms: catalogue }, unitTerms: [] }, channel, caseCode);
    expect(found).toMatchObject({ ok: true, term: { milli }, from: 'catalogue' });
  });

  test('the unit’s own rule holds before any of the catalogue’s, with its citation', () => {
    const source = { content: { terms: catalogue }, unitTerms: [rule(8_000)], citation: 'QĐ 1' };
    expect(termFor(source, 'postal', 'cap-lai')).toMatchObject({
      term: { milli: 8_000 },
      from: 'unit',
      legalBasis: 'QĐ 1',
    });
  });

  test('the unit’s rule of one channel leaves the others to the catalogue', () => {
    const source = { content: { terms: catalogue }, unitTerms: [rule(1_000, { channel: 'online' })] };
    expect(termFor(source, 'online', null)).toMatchObject({ term: { milli: 1_000 } });
    expect(termFor(source, 'counter', null)).toMatchObject({ term: { milli: 20_000 } });
  });

  test.each([
    [[], 'procedure-term-unknown', {}],
    [[rule(null)], 'procedure-term-unknown', {}],
    [[rule(null, { bareMilli: 5_000 })], 'procedure-term-without-unit', { value: 5_000 }],
    [[rule(20_000, { channel: 'online' })], 'procedure-term-unknown', {}],
  ] as const)('no dossier begins without one', (terms, code, params) => {
    expect(termFor({ content: { terms }, unitTerms: [] }, 'counter', null)).toEqual({ ok: false, code, params });
  });
});

describe('a condition', () => {
  const of = (
    match: Condition['match'],
    ...clauses: [string, Condition['clauses'][number]['operator'], string[]][]
  ) => ({
    match,
    clauses: clauses.map(([question, operator, values]) => ({ question, operator, values })),
  });
  test.each([
    ['a = co', of('all', ['a', 'is', ['co']]), { a: 'co' }, true],
    ['a = co, answered otherwise', of('all', ['a', 'is', ['co']]), { a: 'khong' }, false],
    ['a = co, not answered', of('all', ['a', 'is', ['co']]), {}, undefined],
    ['a khác co', of('all', ['a', 'is-not', ['co']]), { a: 'khong' }, true],
    ['a thuộc (x, y)', of('all', ['a', 'in', ['x', 'y']]), { a: 'y' }, true],
    ['a không thuộc (x, y)', of('all', ['a', 'not-in', ['x', 'y']]), { a: 'y' }, false],
    ['both, one wrong decides', of('all', ['a', 'is', ['co']], ['b', 'is', ['co']]), { a: 'khong' }, false],
    ['both, one open', of('all', ['a', 'is', ['co']], ['b', 'is', ['co']]), { a: 'co' }, undefined],
    ['either, one right decides', of('any', ['a', 'is', ['co']], ['b', 'is', ['co']]), { b: 'co' }, true],
    ['either, one open', of('any', ['a', 'is', ['co']], ['b', 'is', ['co']]), { b: 'khong' }, undefined],
    ['an answer of Object is none', of('all', ['constructor', 'is', ['co']]), {}, undefined],
  ] as const)('%s', (_words, condition, answers, expected) => {
    expect(decide(condition, answers as Answers)).toBe(expected);
  });

  test('of an operator nobody knows throws', () => {
    const odd = {
      match: 'all',
      clauses: [{ question: 'a', operator: 'greater', values: ['1'] }],
    } as unknown as Condition;
    expect(() => decide(odd, { a: '2' })).toThrow('greater');
  });

  test('once decided stays so, whatever else is answered', () => {
    const questions = ['a', 'b', 'c'];
    const clause = fc.record({
      question: fc.constantFrom(...questions),
      operator: fc.constantFrom('is' as const, 'is-not' as const, 'in' as const, 'not-in' as const),
      values: fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 2 }),
    });
    const condition = fc.record({
      match: fc.constantFrom('all' as const, 'any' as const),
      clauses: fc.array(clause, { minLength: 1, maxLength: 4 }),
    });
    const answers = fc.dictionary(fc.constantFrom(...questions), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(condition, answers, answers, (one, first, more) => {
        const before = decide(one, first);
        if (before !== undefined) expect(decide(one, { ...more, ...first })).toBe(before);
        const all = { a: '1', b: '1', c: '1', ...first };
        expect(decide(one, all)).not.toBeUndefined();
      }),
    );
  });
});

const paper = (code: string, more: Partial<Component> = {}): Component => ({
  code,
  name: code,
  originals: 1,
  copies: 0,
  required: true,
  presentOnly: false,
  hasForm: false,
  replaceableBy: null,
  channels: null,
  case: null,
  group: null,
  condition: null,
  ...more,
});
const ifAuthorised: Condition = { match: 'all', clauses: [{ question: 'uq', operator: 'is', values: ['co'] }] };

describe('the papers of a dossier', () => {
  const content = {
    components: [
      paper('to-khai', { channels: ['counter', 'postal'] }),
      paper('mau-dien-tu', { channels: ['online'] }),
      paper('giay-uy-quyen', { condition: ifAuthorised }),
      paper('mat', { case: 'mat' }),
      paper('hong', { case: 'hong' }),
    ],
  };
  test.each([
    ['counter', {}, null, ['to-khai', 'giay-uy-quyen?', 'mat', 'hong']],
    ['counter', { uq: 'khong' }, 'mat', ['to-khai', 'mat']],
    ['online', { uq: 'co' }, 'hong', ['mau-dien-tu', 'giay-uy-quyen', 'hong']],
    ['postal', { uq: 'khong' }, null, ['to-khai', 'mat', 'hong']],
  ] as const)('by %s with %o, case %s', (channel, answers, caseCode, expected) => {
    const asked = componentsFor(content, answers, channel, caseCode);
    expect(asked.map((one) => one.code + (one.isOpen ? '?' : ''))).toEqual(expected);
  });

  test('a question not answered never takes a paper away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...channels), fc.constantFrom('co', 'khong'), (channel: Channel, answer) => {
        const open = componentsFor(content, {}, channel).map((one) => one.code);
        const some = componentsFor(content, { uq: answer }, channel).map((one) => one.code);
        expect(some.every((code) => open.includes(code))).toBe(true);
      }),
    );
  });
});

const fee = (amount: number | null, more: Partial<FeeRule> = {}): FeeRule => ({
  code: 'phi-1',
  name: 'Lệ phí',
  channel: null,
  case: null,
  amount,
  basis: 'dossier',
  exemptions: [],
  legalBasis: null,
  note: null,
  ...more,
});

describe('the fees of a dossier', () => {
  const poor = { reason: 'poor' as const, amount: 0, legalBasis: 'NQ 27' };
  const child = { reason: 'child' as const, amount: 5_000, legalBasis: null };
  const content = { fees: [fee(20_000, { exemptions: [poor, child] }), fee(10_000, { channel: 'online' })] };
  test.each([
    ['counter', [], 20_000, null],
    ['online', [], 10_000, null],
    ['counter', ['child'], 5_000, 'child'],
    ['counter', ['child', 'poor'], 0, 'poor'],
    ['counter', ['elderly'], 20_000, null],
  ] as const)('by %s for %o: %d đồng', (channel, reasons, amount, exemption) => {
    expect(feesFor({ content, unitFees: [] }, channel, null, reasons)).toMatchObject([{ amount, exemption }]);
  });

  test('what the unit enters stands instead of the catalogue’s; its further fees are added', () => {
    const council = { fees: [fee(null)] };
    const unitFees = [fee(15_000), fee(2_000, { code: 'phi-2', name: 'Phí chụp', basis: 'page' })];
    expect(feesFor({ content: council, unitFees: [] }, 'counter', null).map((one) => one.amount)).toEqual([null]);
    expect(feesFor({ content: council, unitFees }, 'counter', null).map((one) => one.amount)).toEqual([15_000, 2_000]);
  });
});

const whole: ProcedureContent = {
  name: 'Thủ tục thử',
  field: 'Thử',
  level: 'Cấp xã',
  decision: null,
  channels: ['counter'],
  onlineLevel: 'offline',
  isLinked: false,
  cases: [{ code: 'mat', name: 'Bị mất' }],
  terms: [rule(1_000)],
  fees: [],
  components: [paper('tp-1', { condition: ifAuthorised })],
  results: [],
  questions: [
    {
      code: 'uq',
      text: 'Ủy quyền?',
      options: [
        { code: 'co', name: 'Có' },
        { code: 'khong', name: 'Không' },
      ],
    },
  ],
  localCode: null,
  source: 'Thử',
  verified: true,
  unverifiedFields: [],
  note: null,
};
const asking = (question: string, values: string[], operator = 'is') => [
  paper('tp-1', { condition: { match: 'all', clauses: [{ question, operator, values }] } as Condition }),
];

describe('a version before it is kept', () => {
  test('without a fault passes', () => expect(checkContent(whole)).toEqual([]));

  test.each<[string, Partial<ProcedureContent>, string]>([
    ['no channel', { channels: [] }, 'procedure-no-channel'],
    ['a case twice', { cases: [...whole.cases, ...whole.cases] }, 'procedure-code-twice'],
    ['a paper twice', { components: [paper('tp-1'), paper('tp-1')] }, 'procedure-code-twice'],
    ['a fee twice', { fees: [fee(1), fee(2)] }, 'procedure-code-twice'],
    ['two terms for one case', { terms: [rule(1), rule(2)] }, 'procedure-term-twice'],
    ['a term that counts nothing', { terms: [rule(0)] }, 'procedure-term-empty'],
    [
      'immediate with a number',
      { terms: [{ ...rule(1), term: { unit: 'immediate', milli: 5 } }] },
      'procedure-term-empty',
    ],
    ['a term and a bare number', { terms: [rule(1, { bareMilli: 3 })] }, 'procedure-term-empty'],
    ['a term of an unknown case', { terms: [rule(1, { case: 'x' })] }, 'procedure-case-unknown'],
    ['a fee of an unknown case', { fees: [fee(1, { case: 'x' })] }, 'procedure-case-unknown'],
    ['a paper of an unknown case', { components: [paper('tp-1', { case: 'x' })] }, 'procedure-case-unknown'],
    [
      'paying more when exempt',
      { fees: [fee(5, { exemptions: [{ reason: 'poor', amount: 6, legalBasis: null }] })] },
      'procedure-exemption-dearer',
    ],
    ['a condition of no question', { components: asking('x', ['co']) }, 'procedure-question-unknown'],
    ['a condition of no answer', { components: asking('uq', ['co-le']) }, 'procedure-answer-unknown'],
    ['a condition of no operator', { components: asking('uq', ['co'], 'greater') }, 'procedure-condition-unknown'],
    ['"is" with two values', { components: asking('uq', ['co', 'khong']) }, 'procedure-condition-unknown'],
    [
      'a condition without clauses',
      { components: [paper('tp-1', { condition: { match: 'all', clauses: [] } })] },
      'procedure-condition-unknown',
    ],
    [
      'a question with one answer',
      { questions: [{ code: 'uq', text: '?', options: [{ code: 'co', name: 'Có' }] }] },
      'procedure-question-options',
    ],
  ])('%s is a fault', (_words, part, code) => {
    expect(checkContent({ ...whole, ...part }).map((fault) => fault.code)).toContain(code);
  });
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2027-02-28', true],
  ['2027-03-01', false],
])('data stand instead of papers on %s: %s', (day, expected) => {
  expect(mayReplacePaper(paper('the', { replaceableBy: 'population' }), day as PlainDate)).toBe(expected);
  expect(mayReplacePaper(paper('don'), day as PlainDate)).toBe(false);
});
