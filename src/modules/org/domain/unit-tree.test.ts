import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import {
  ancestorsOn,
  findParentOn,
  getNameOn,
  mayChangeFrom,
  mayEditUnit,
  mayEndUnit,
  mayHaveLevel,
  mayRuleUnit,
  mayStandUnder,
  standsOver,
  type TreeUnit,
  type UnitLevel,
} from './unit-tree.ts';

const day = (text: string) => text as PlainDate;
const open = { validFrom: day('2010-01-01'), validTo: null };
const levels = new Map<string, UnitLevel>(
  [
    { code: 'province', name: 'tỉnh', rank: 10, ...open },
    { code: 'district', name: 'huyện', rank: 20, validFrom: day('2010-01-01'), validTo: day('2025-06-30') },
    { code: 'commune', name: 'xã', rank: 30, ...open },
  ].map((level) => [level.code, level]),
);
const named = (name: string) => [{ name, shortName: name, ...open }];
const province: TreeUnit = {
  id: 'p',
  level: 'province',
  keptBy: null,
  ...open,
  names: named('Thanh Hóa'),
  parents: [],
};
const district: TreeUnit = {
  id: 'd',
  level: 'district',
  keptBy: 'c',
  validFrom: day('2010-01-01'),
  validTo: day('2025-06-30'),
  names: named('Hoằng Hóa'),
  parents: [{ parentId: 'p', validFrom: day('2010-01-01'), validTo: day('2025-06-30') }],
};
const commune: TreeUnit = {
  id: 'c',
  level: 'commune',
  keptBy: null,
  ...open,
  names: [
    { name: 'xã Cũ', shortName: 'Cũ', validFrom: day('2010-01-01'), validTo: day('2019-12-31') },
    { name: 'xã Mới', shortName: 'Mới', validFrom: day('2020-01-01'), validTo: null },
  ],
  parents: [
    { parentId: 'd', validFrom: day('2010-01-01'), validTo: day('2025-06-30') },
    { parentId: 'p', validFrom: day('2025-07-01'), validTo: null },
  ],
};
const tree = new Map([province, district, commune].map((unit) => [unit.id, unit]));

test('the district stands between to 30/06/2025 and is gone on 01/07/2025', () => {
  expect(ancestorsOn(tree, 'c', day('2025-06-30'))).toEqual(['d', 'p']);
  expect(ancestorsOn(tree, 'c', day('2025-07-01'))).toEqual(['p']);
  expect(findParentOn(commune, day('2009-12-31'))).toBeUndefined();
  expect(ancestorsOn(tree, 'unknown', day('2025-07-01'))).toEqual([]);
});

test('history is read under the name of its day', () => {
  expect(getNameOn(commune, day('2019-12-31')).name).toBe('xã Cũ');
  expect(getNameOn(commune, day('2020-01-01')).name).toBe('xã Mới');
  expect(getNameOn(commune, day('1990-01-01')).name).toBe('xã Cũ');
  expect(() => getNameOn({ ...commune, names: [] }, day('2020-01-01'))).toThrow(RangeError);
});

describe('where a unit may stand', () => {
  test.each([
    ['a commune under its province', 'commune', 'x', 'p', day('2025-07-01'), null, 'ok'],
    ['a commune under a district that ends', 'commune', 'x', 'd', day('2020-01-01'), null, 'org-parent-outside-dates'],
    ['a commune under a district in its days', 'commune', 'x', 'd', day('2020-01-01'), day('2025-06-30'), 'ok'],
    ['a commune under a commune', 'commune', 'x', 'c', day('2020-01-01'), null, 'org-parent-level'],
    ['under an unknown unit', 'commune', 'x', 'q', day('2020-01-01'), null, 'org-parent-unknown'],
    ['under itself', 'commune', 'c', 'c', day('2020-01-01'), null, 'org-unit-cycle'],
    ['the province under its commune', 'province', 'p', 'c', day('2020-01-01'), null, 'org-unit-cycle'],
    ['a unit of a level nobody knows', 'moon', 'x', 'p', day('2020-01-01'), null, 'org-level-unknown'],
  ])('%s', (_, level, id, parentId, validFrom, validTo, expected) => {
    const verdict = mayStandUnder(tree, levels, { id, level }, parentId, { validFrom, validTo });
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  test('a district cannot be founded for days after the level ended', () => {
    expect(mayHaveLevel(levels.get('district'), { validFrom: day('2025-01-01'), validTo: null })).toMatchObject({
      code: 'org-level-outside-dates',
    });
    expect(mayHaveLevel(levels.get('district'), district).ok).toBe(true);
    expect(mayHaveLevel(undefined, open)).toMatchObject({ code: 'org-level-unknown' });
  });
});

test('only the newest period changes, from its first day on', () => {
  const at = (from: string) => {
    const verdict = mayChangeFrom(commune, commune.names, day(from));
    return verdict.ok ? 'ok' : verdict.code;
  };
  expect(at('2020-01-01')).toBe('ok');
  expect(at('2024-05-06')).toBe('ok');
  expect(at('2019-12-31')).toBe('org-later-change');
  expect(at('2009-12-31')).toBe('org-outside-unit-dates');
});

test('a unit founds others only under itself and what stands under it, not under what it merely keeps', () => {
  expect(mayRuleUnit(tree, 'c', 'd', day('2022-01-03'))).toMatchObject({ code: 'org-unit-not-yours' });
  expect(mayRuleUnit(tree, 'c', 'c', day('2022-01-03')).ok).toBe(true);
  expect(mayRuleUnit(tree, 'p', 'd', day('2022-01-03')).ok).toBe(true);
  expect(mayRuleUnit(tree, 'p', 'd', day('2025-07-01')).ok).toBe(false);
});

test('a unit writes its own entry, entries it keeps and those under it from today on', () => {
  const edits = (actor: string, unit: TreeUnit, today: string) => mayEditUnit(tree, actor, unit, day(today)).ok;
  expect(edits('c', commune, '2022-01-03')).toBe(true);
  expect(edits('c', district, '2022-01-03')).toBe(true);
  expect(edits('c', province, '2022-01-03')).toBe(false);
  expect(edits('p', commune, '2022-01-03')).toBe(true);
  expect(edits('d', commune, '2025-06-30')).toBe(true);
  expect(edits('d', commune, '2025-07-01')).toBe(false);
});

describe('when a unit may end', () => {
  test.each([
    ['the district on its last day', district, '2025-06-30', false, 'ok'],
    ['the district while communes are under it', district, '2024-12-31', false, 'org-unit-has-units'],
    ['the district after its level ended', district, '2025-07-01', false, 'org-level-outside-dates'],
    ['the district without an end', district, null, false, 'org-level-outside-dates'],
    ['a unit before it began', commune, '2009-01-01', false, 'org-dates-reversed'],
    ['the province while the commune is under it', province, '2030-01-01', false, 'org-unit-has-units'],
    ['a commune', commune, '2030-01-01', false, 'ok'],
    ['a commune, opened again', { ...commune, validTo: day('2026-01-01') }, null, false, 'ok'],
    ['a commune that another came after', { ...commune, validTo: day('2026-01-01') }, null, true, 'org-unit-succeeded'],
    ['a commune in the days of its first parent', commune, '2024-12-31', false, 'ok'],
  ])('%s', (_, unit, lastDay, hasSuccessor, expected) => {
    const verdict = mayEndUnit(tree, levels, unit, lastDay === null ? null : day(lastDay), hasSuccessor);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });

  test('not beyond the days of its parent', () => {
    const ending = new Map(tree).set('p', { ...province, validTo: day('2029-12-31') });
    expect(mayEndUnit(ending, levels, { ...commune, validTo: day('2029-12-31') }, null, false)).toMatchObject({
      code: 'org-parent-outside-dates',
    });
  });
});

test('a tree built only with allowed moves never has a cycle', () => {
  const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 });
  fc.assert(
    fc.property(
      moves,
      fc.array(fc.constantFrom('province', 'district', 'commune'), { minLength: 6, maxLength: 6 }),
      (tries, kinds) => {
        const open2000 = { validFrom: day('2000-01-01'), validTo: day('2025-06-30') };
        const known = new Map<string, UnitLevel>([...levels].map(([code, level]) => [code, { ...level, ...open2000 }]));
        const units = new Map<string, TreeUnit>(
          kinds.map((level, at) => [
            String(at),
            { id: String(at), level, keptBy: null, ...open2000, names: named('x'), parents: [] },
          ]),
        );
        for (const [child, parent] of tries) {
          const unit = units.get(String(child));
          if (!unit || !mayStandUnder(units, known, unit, String(parent), open2000).ok) continue;
          units.set(unit.id, { ...unit, parents: [{ parentId: String(parent), ...open2000 }] });
        }
        return [...units.keys()].every((id) => !standsOver(units, id, id, open2000));
      },
    ),
  );
});
