import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { daysOfReport, periodOf, reportPeriods, usualTerms } from './report-term.ts';
import {
  mayActOnSection,
  type SectionAct,
  type SectionState,
  sectionActs,
  sectionStates,
  stateAfter,
} from './section-rules.ts';
import { sectionsOf } from './sections.ts';

const office = [{ from: '07:30', to: '17:00' }];
const weekdays = makeWorkingCalendar({
  patterns: [
    {
      effectiveFrom: '2000-01-01' as PlainDate,
      week: { 1: office, 2: office, 3: office, 4: office, 5: office },
    },
  ],
  daysOff: [{ day: '2022-04-11' as PlainDate, kind: 'holiday', name: 'Giỗ Tổ', citation: 'giả định' }],
  workedDays: [],
  years: [{ year: 2022, announced: true, citation: 'giả định' }],
});

describe('days of a report', () => {
  test.each(usualTerms.map((term, index) => [term.period, index] as const))(
    '%s is the usual one at %i',
    (period, index) => {
      expect(reportPeriods[index]).toBe(period);
      expect(periodOf(2022, period)).toBe(`2022-${period}`);
    },
  );

  const q1 = usualTerms[0];
  if (!q1) throw new Error('no term');
  test.each([
    [{}, '2022-03-14', '2022-03-18', '2022-03-15', false],
    [{ dueMonth: 4, dueDay: 11 }, '2022-03-14', '2022-04-08', '2022-04-05', false],
    [{ dueDay: 15 }, '2022-03-14', '2022-03-15', '2022-03-10', false],
    [{ dueDay: 14 }, '2022-03-14', '2022-03-14', '2022-03-09', true],
    [{ dueDay: 10, innerDays: 0 }, '2022-03-14', '2022-03-10', '2022-03-10', true],
    [{ cutDay: 31, cutMonth: 2, dueMonth: 3, dueDay: 1 }, '2022-02-28', '2022-03-01', '2022-02-24', false],
    [{ dueMonth: 1, dueDay: 5, nextYear: true }, '2022-03-14', '2023-01-05', '2023-01-02', false],
  ])('%j', (change, cutOff, due, innerDue, estimated) => {
    expect(daysOfReport({ ...q1, ...change }, 2022, weekdays)).toEqual({ cutOff, due, innerDue, estimated });
  });
});

describe('acts on a section', () => {
  const owner = { owner: true, compiler: false, submitter: false };
  const compiler = { owner: false, compiler: true, submitter: false };
  const nobody = { owner: false, compiler: false, submitter: false };
  const said = (act: SectionAct, state: SectionState, actor = owner, more = {}) => {
    const verdict = mayActOnSection(act, { state, signed: false, empty: false, ...more }, actor);
    return verdict.ok ? stateAfter(act, state) : verdict.code;
  };
  const open = (to: string) => ({ missing: to, draft: to, returned: to });
  const expected: Readonly<Record<SectionAct, Partial<Record<SectionState, string>>>> = {
    save: open('draft'),
    submit: open('submitted'),
    withdraw: { submitted: 'draft' },
    accept: { submitted: 'accepted' },
    return: { submitted: 'returned', accepted: 'returned' },
    urge: { missing: 'missing', draft: 'draft', returned: 'returned' },
    assign: { missing: 'missing', draft: 'draft', returned: 'returned' },
  };

  test.each(sectionActs.flatMap((act) => sectionStates.map((state) => [act, state] as const)))(
    '%s when %s',
    (act, state) => {
      expect(said(act, state, compiler)).toBe(expected[act][state] ?? `section-${act}-not-now`);
      const byOwner = ['save', 'submit', 'withdraw'].includes(act);
      expect(said(act, state, owner)).toBe(
        byOwner ? (expected[act][state] ?? `section-${act}-not-now`) : 'section-compiler-only',
      );
      expect(said(act, state, nobody)).toBe(byOwner ? 'section-owner-only' : 'section-compiler-only');
      expect(said(act, state, compiler, { signed: true })).toBe('report-signed');
    },
  );

  test('nothing is handed in empty, though it may be saved so', () => {
    expect(said('submit', 'draft', owner, { empty: true })).toBe('section-empty');
    expect(said('save', 'draft', owner, { empty: true })).toBe('draft');
  });
});

describe('sections of a report', () => {
  const fields = [
    { code: 'the-che', name: 'Thể chế' },
    { code: 'thu-tuc', name: 'Thủ tục' },
  ];
  const lead = (fieldCode: string | null, positionId: string | null, reports: number, outputs: number) => ({
    fieldCode,
    positionId,
    reports,
    outputs,
  });

  test('go to who leads most reports, then most outputs, then in a fixed order', () => {
    const of = (leads: ReturnType<typeof lead>[]) => sectionsOf(fields, leads).map(({ positionId }) => positionId);
    expect(of([lead('the-che', 'a', 1, 9), lead('the-che', 'b', 2, 2)])).toEqual(['b']);
    expect(of([lead('the-che', 'a', 1, 2), lead('the-che', 'b', 1, 3)])).toEqual(['b']);
    expect(of([lead('the-che', 'b', 1, 2), lead('the-che', 'a', 1, 2)])).toEqual(['a']);
    expect(of([lead('the-che', null, 5, 5), lead('the-che', 'a', 0, 1)])).toEqual(['a']);
    expect(of([lead('the-che', null, 5, 5)])).toEqual([null]);
  });

  test('stand in the order of the fields, those without work left out, the rest at the end', () => {
    const made = sectionsOf(fields, [lead(null, 'c', 0, 1), lead('thu-tuc', 'a', 1, 1)]);
    expect(made.map(({ title }) => title)).toEqual(['Thủ tục', 'Các nội dung khác']);
    expect(sectionsOf(fields, [])).toEqual([]);
  });

  test('each field with work has exactly one', () => {
    const anyLead = fc.record({
      fieldCode: fc.constantFrom('the-che', 'thu-tuc', null),
      positionId: fc.constantFrom('a', 'b', null),
      reports: fc.nat(5),
      outputs: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(anyLead), (leads) => {
        const codes = sectionsOf(fields, leads).map(({ fieldCode }) => fieldCode);
        expect(new Set(codes)).toEqual(new Set(leads.map(({ fieldCode }) => fieldCode)));
        expect(codes.length).toBe(new Set(codes).size);
      }),
    );
  });
});
