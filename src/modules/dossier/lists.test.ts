import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { hour, type Moment, moment, wholeDay } from '#kernel/moment.ts';
import { newId } from '#server/ids.ts';
import { type Role, startTestApp, type TestApp } from '#test/app.ts';
import { aDossier, dossiersOf, type GivenDossier } from '#test/dossier-factories.ts';
import { aDepartment, anAccount, aPerson, type TestAccount } from '#test/factories.ts';
import { aPost } from '#test/work-factories.ts';
import { countDossiers, dossiersByHolder, listDossiers, type WorkList, workLists } from './contract/reads.ts';
import { mayRead, type Readable, type Reader } from './domain/may-read.ts';
import { type DossierState, dossierStates, endStates, waits } from './domain/states.ts';

/** Tuesday 15/03/2022, 09:00. */
const now = moment(Date.parse('2022-03-15T09:00:00+07:00'));
const many = 400;

interface Known extends Readable {
  readonly id: Id;
  readonly given: GivenDossier;
  readonly state: DossierState;
  readonly timed: boolean;
}

let t: TestApp;
let departments: Id[];
let posts: Id[];
let officer: TestAccount;
let reader: Reader;
let known: Known[];

beforeAll(async () => {
  t = await startTestApp();
  departments = [await aDepartment(t.owner, t.unit.id), await aDepartment(t.owner, t.unit.id)];
  const other = await aPerson(t.owner, t.unit.id);
  officer = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
  posts = [
    await aPost(t.owner, t.unit.id, {
      title: 'Công chức Mẫu',
      personId: officer.personId,
      departmentId: pick(departments, 0),
    }),
    await aPost(t.owner, t.unit.id, { title: 'Chuyên viên Mẫu', personId: other, departmentId: pick(departments, 1) }),
  ];
  reader = {
    all: false,
    me: officer.personId,
    departments: [pick(departments, 0)],
    positions: [pick(posts, 0)],
    people: [officer.personId],
  };
  const clerk = await t.account('clerk');
  const given = fc.sample(
    dossiers({ departments, posts, people: [officer.personId, other], takers: [officer.personId, clerk.personId] }),
    {
      numRuns: many,
      seed: 2022,
    },
  );
  const ids = await dossiersOf(t.owner, t.unit.id, given);
  known = given.map((one, index) => knownOf(pick(ids, index), one));
  await dossiersOf(
    t.owner,
    t.otherUnit.id,
    fc.sample(dossiers({ departments: [], posts: [], people: [], takers: [] }), { numRuns: 20, seed: 7 }),
  );
});
afterAll(() => t.close());

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}

function knownOf(id: Id, given: GivenDossier): Known {
  const state = given.state ?? 'in-process';
  return {
    id,
    given,
    state,
    live: !endStates.includes(state),
    timed: state === 'accepted' || state === 'in-process',
    departmentId: given.departmentId ?? null,
    positionId: given.positionId ?? null,
    personId: given.personId ?? null,
    handlerId: given.handlerId ?? null,
    receivedBy: given.receivedBy ?? null,
  };
}

/** Dossiers in any state, held by anybody, due from twelve days ago to twelve days ahead. */
function dossiers(
  of: Record<'departments' | 'posts' | 'people' | 'takers', readonly Id[]>,
): fc.Arbitrary<GivenDossier> {
  const oneOf = (ids: readonly Id[]) => fc.constantFrom(null, ...ids);
  const around = fc.integer({ min: -288, max: 288 }).map((hours) => (now + hours * hour) as Moment);
  const before = fc.integer({ min: 1, max: 60 }).map((days) => (now - days * wholeDay) as Moment);
  return fc
    .record({
      state: fc.constantFrom(...dossierStates),
      waitsFor: fc.constantFrom(null, ...waits),
      departmentId: oneOf(of.departments),
      positionId: oneOf(of.posts),
      personId: oneOf(of.people),
      handlerId: oneOf(of.posts),
      receivedBy: oneOf(of.takers),
      receivedAt: before,
      dueAt: fc.option(around, { nil: null }),
      answerDueAt: fc.option(around, { nil: null }),
      extended: fc.boolean(),
      apologyOwed: fc.boolean(),
      digitised: fc.boolean(),
      field: fc.constantFrom('Chứng thực', 'Hộ tịch', 'Đất đai'),
      channel: fc.constantFrom('counter' as const, 'postal' as const, 'online' as const),
      source: fc.constantFrom('own' as const, 'imported' as const),
    })
    .map((one) => ({ ...one, endedAt: ['result-ready', 'returned'].includes(one.state) ? now : null }));
}

/** The lists again, one dossier at a time: the last day to apologise is the 15th for what is due on the 16th. */
const naive: Readonly<Record<WorkList, (one: Known) => boolean>> = {
  'wait-intake': ({ state }) => state === 'submitted',
  'wait-intake-supplement': ({ state }) => state === 'intake-supplement',
  'wait-transfer': ({ state }) => state === 'accepted',
  mine: (one) => one.live && (one.positionId === posts[0] || one.personId === officer.personId),
  'wait-assign': (one) => one.live && one.given.waitsFor === 'assign',
  running: ({ timed }) => timed,
  'due-soon': (one) => one.timed && dueIn(one, now, at('2022-03-17T00:00')),
  'last-day-to-apologise': (one) =>
    one.timed && !one.given.extended && dueIn(one, at('2022-03-16T00:00'), at('2022-03-17T00:00')),
  overdue: (one) => one.timed && dueIn(one, 0, now),
  'overdue-supplement': ({ state, given }) =>
    (state === 'intake-supplement' || state === 'wait-supplement') && (given.answerDueAt ?? now) < now,
  'wait-supplement': ({ state }) => state === 'wait-supplement',
  'wait-payment': ({ state }) => state === 'wait-payment',
  drafts: () => false,
  'wait-signature': (one) => one.live && one.given.waitsFor === 'signature',
  'wait-hand-over': ({ state }) => state === 'result-ready',
  'apologies-owed': ({ given }) => given.apologyOwed === true,
  'slow-digitisation': (one) =>
    one.live && !one.given.digitised && !['submitted', 'intake-supplement'].includes(one.state),
  afterwards: () => false,
  ended: ({ state }) => state === 'result-ready' || state === 'returned',
  all: () => true,
};

const at = (text: string) => Date.parse(`${text}:00+07:00`);
const dueIn = ({ given }: Known, from: number, until: number) =>
  given.dueAt !== null && given.dueAt !== undefined && given.dueAt >= from && given.dueAt < until;

async function idsOf(list: WorkList, as: Role | TestAccount, query: Record<string, string> = {}): Promise<Id[]> {
  const found: Id[] = [];
  for (let page = 1; ; page++) {
    const { status, body } = await t.call(listDossiers, { query: { list, size: 150, page, ...query } }, { as });
    expect(status).toBe(200);
    found.push(...body.rows.map((row) => row.id));
    if (body.rows.length < 150) {
      expect(body.total).toBe(found.length);
      expect(body.totalIsAtLeast).toBe(false);
      return found;
    }
  }
}

const sorted = (ids: readonly Id[]) => ids.toSorted();
const expected = (list: WorkList, as: 'chair' | 'officer') =>
  sorted(known.filter((one) => naive[list](one) && (as === 'chair' || mayRead(one, reader))).map((one) => one.id));

describe('work lists', () => {
  test.each(workLists.filter((list) => list !== 'mine'))(
    '%s holds for a chair what the naive rule says',
    async (list) => {
      expect(sorted(await idsOf(list, 'chair'))).toEqual(expected(list, 'chair'));
    },
  );

  test.each(workLists)('%s holds for an officer what the rule of rights and the naive rule say', async (list) => {
    expect(sorted(await idsOf(list, officer))).toEqual(expected(list, 'officer'));
  });

  test('are counted as they are listed, and the states sum up to all', async () => {
    for (const [as, who] of [
      ['chair', 'chair'],
      ['officer', officer],
    ] as const) {
      const { body } = await t.call(countDossiers, { query: {} }, { as: who });
      const counts = new Map(body.counts.map(({ list, n }) => [list, n]));
      const lists = as === 'chair' ? workLists.filter((list) => list !== 'mine') : workLists;
      for (const list of lists) expect([list, counts.get(list)]).toEqual([list, expected(list, as).length]);
      const byState = await Promise.all(dossierStates.map((state) => idsOf('all', who, { state })));
      expect(byState.flat().length).toBe(expected('all', as).length);
    }
  });

  test('are grouped by holder, department and field into the same sums', async () => {
    for (const by of ['holder', 'department', 'field'] as const) {
      const { body } = await t.call(dossiersByHolder, { query: { by } }, { as: 'chair' });
      const sum = (of: 'running' | 'soon' | 'late' | 'owed') => body.rows.reduce((total, row) => total + row[of], 0);
      expect([sum('running'), sum('soon'), sum('late'), sum('owed')]).toEqual(
        (['running', 'due-soon', 'overdue', 'apologies-owed'] as const).map((list) => expected(list, 'chair').length),
      );
    }
  });

  test.each([
    [{ field: 'Hộ tịch' }, (one: Known) => one.given.field === 'Hộ tịch'],
    [{ channel: 'postal' }, (one: Known) => one.given.channel === 'postal'],
    [{ source: 'imported' }, (one: Known) => one.given.source === 'imported'],
    [{ mine: 'yes' }, (one: Known) => naive.mine(one)],
    [
      { from: '2022-02-20', to: '2022-03-01' },
      (one: Known) =>
        (one.given.receivedAt ?? 0) >= at('2022-02-20T00:00') && (one.given.receivedAt ?? 0) < at('2022-03-02T00:00'),
    ],
  ])('are narrowed by %j', async (query, holds) => {
    for (const list of ['all', 'running'] as const) {
      const ids = known.filter((one) => naive[list](one) && mayRead(one, reader) && holds(one)).map((one) => one.id);
      expect(sorted(await idsOf(list, officer, query))).toEqual(sorted(ids));
    }
  });

  test('go in the order asked for, without a gap between pages', async () => {
    const byDue = await idsOf('running', 'chair', { sort: 'due' });
    const dueOf = new Map(known.map((one) => [one.id, one.given.dueAt ?? Number.MAX_SAFE_INTEGER]));
    const dues = byDue.map((id) => dueOf.get(id) ?? 0);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    const small = await t.call(listDossiers, { query: { list: 'running', size: 7, page: 3 } }, { as: 'chair' });
    expect(small.body.rows.map((row) => row.id)).toEqual(byDue.slice(14, 21));
  });

  test('show nothing of another unit', async () => {
    const foreign = await t.account('chair', t.otherUnit);
    const ids = await idsOf('all', foreign);
    expect(ids.length).toBe(20);
    expect(ids.filter((id) => known.some((one) => one.id === id))).toEqual([]);
  });
});

describe('lists by what stands beside a dossier', () => {
  let foreign: TestAccount;
  let drafted: Id;
  let late: Id;
  beforeAll(async () => {
    foreign = await t.account('chair', t.otherUnit);
    drafted = await aDossier(t.owner, t.otherUnit.id, {});
    late = await aDossier(t.owner, t.otherUnit.id, { paperReason: 'Mất điện' });
    await t.owner.query(
      `insert into dossier_supplement (unit_id, id, dossier_id, stage, number, state, items, reason, drafted_at, drafted_by_name)
       values ($1, $2, $3, 'after-examination', 1, 'draft', '[]', 'Thiếu giấy tờ', now(), 'Cán bộ Mẫu')`,
      [t.otherUnit.id, newId(), drafted],
    );
    await t.owner.query(
      `insert into reserved_code (unit_id, code, day, reserved_at, reserved_by_name, state, dossier_id)
       values ($1, '000.00.00.H56-220315-0900', '2022-03-15', now(), 'Cán bộ Mẫu', 'used', $2)`,
      [t.otherUnit.id, late],
    );
  });

  test('drafts hold what a draft waits for, until it is decided', async () => {
    expect(await idsOf('drafts', foreign)).toEqual([drafted]);
    await t.owner.query(`update dossier_supplement set state = 'rejected' where dossier_id = $1`, [drafted]);
    expect(await idsOf('drafts', foreign)).toEqual([]);
  });

  test('what was entered afterwards is listed until the head confirms it', async () => {
    expect(await idsOf('afterwards', foreign)).toEqual([late]);
    await t.owner.query('update reserved_code set confirmed_at = now() where dossier_id = $1', [late]);
    expect(await idsOf('afterwards', foreign)).toEqual([]);
  });
});
