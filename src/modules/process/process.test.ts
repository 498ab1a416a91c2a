import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inTransaction } from '#server/db.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { addExamples, createProcess, getProcess, listProcesses, startVersion } from './contract/processes.ts';
import {
  discardProcessVersion,
  endProcessVersion,
  getProcessVersion,
  putProcessInForce,
  saveProcessVersion,
  type VersionAnswer,
} from './contract/versions.ts';
import { findProcessVersion, getProcessFor } from './queries.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const fiveDays = { unit: 'working-day', milli: 5_000 } as const;
const day = (text: string) => text as PlainDate;
let count = 0;

async function aDraft(
  given: { code?: string; caseCode?: string } = {},
): Promise<{ id: Id; versionId: Id; code: string }> {
  const code = given.code ?? `9.${String(++count).padStart(6, '0')}`;
  const body = { procedureCode: code, caseCode: given.caseCode ?? '', name: `Thủ tục thử ${code}`, term: fiveDays };
  const made = await t.call(createProcess, { body }, { as: 'focal' });
  expect(made.status).toBe(200);
  return { ...made.body, code };
}

async function read(id: Id): Promise<VersionAnswer> {
  const answer = await t.call(getProcessVersion, { params: { id } }, { as: 'officer' });
  expect(answer.status).toBe(200);
  return answer.body;
}

function bodyOf({ steps, links, declared, citation, note, version }: VersionAnswer) {
  return { steps, links, declared, citation, note, version };
}

async function inForce(id: Id, from: string, given: object = {}) {
  const { version } = await read(id);
  const body = { effectiveFrom: day(from), citation: 'QĐ 01/QĐ-UBND', reason: 'Thử nghiệm', version, ...given };
  return await t.call(putProcessInForce, { params: { id }, body }, { as: 'focal' });
}

const processFor = (code: string, on: string, caseCode = '') =>
  inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
    getProcessFor(db, t.unit.id, code, caseCode, day(on), fiveDays),
  );

describe('a new process', () => {
  test('begins with the default process of its term, without errors', async () => {
    const { id, versionId, code } = await aDraft();
    const version = await read(versionId);
    expect(version).toMatchObject({
      state: 'draft',
      source: 'default',
      number: 1,
      procedureCode: code,
      declared: fiveDays,
    });
    expect(version.steps.map((step) => step.norm?.milli)).toEqual([500, 500, 2_500, 1_000, 500, undefined]);
    expect(version.findings.map((finding) => finding.kind)).toEqual(['term-unknown']);
    const process = await t.call(getProcess, { params: { id } }, { as: 'viewer' });
    expect(process.body.versions).toMatchObject([{ id: versionId, stepCount: 6 }]);
  });

  test('is one for a procedure and case', async () => {
    const { code } = await aDraft();
    const again = await t.call(createProcess, { body: { procedureCode: code, name: 'Lại lần nữa' } }, { as: 'focal' });
    expect(again).toMatchObject({ status: 409, error: { code: 'process-exists' } });
    await aDraft({ code, caseCode: 'th-2' });
  });

  test('is found by code and by words without marks, with its findings counted', async () => {
    const { code } = await aDraft();
    for (const q of [code, `thu tuc thu ${code}`]) {
      const list = await t.call(listProcesses, { query: { q } }, { as: 'officer' });
      expect(list.body).toMatchObject({
        total: 1,
        rows: [{ procedureCode: code, inForce: null, errors: 0, warnings: 1 }],
      });
    }
    const none = await t.call(listProcesses, { query: { q: code, state: 'in-force' } }, { as: 'officer' });
    expect(none.body.total).toBe(0);
  });
});

describe('a draft', () => {
  test('is saved with its faults, which are told, and comes back the same', async () => {
    const { versionId } = await aDraft();
    const before = bodyOf(await read(versionId));
    const steps = before.steps.map((step) =>
      step.no === 3
        ? { ...step, norm: { unit: 'working-hour' as const, milli: 16_000 }, actor: null, actorWords: 'Ông Tư' }
        : step,
    );
    const links = [
      ...before.links,
      { kind: 'next' as const, from: 3, to: 6, condition: 'trời mưa', holds: true },
      { kind: 'return' as const, from: 4, to: 9, condition: null, holds: null },
    ];
    const saved = await t.call(
      saveProcessVersion,
      { params: { id: versionId }, body: { ...before, steps, links } },
      { as: 'focal' },
    );
    expect(saved.status).toBe(200);
    expect(saved.body.findings.map((finding) => finding.kind)).toEqual([
      'actor-unknown',
      'return-to-nowhere',
      'condition-unknown',
      'sum-mismatch',
      'term-unknown',
    ]);
    const after = await read(versionId);
    expect(bodyOf(after)).toEqual({ ...before, steps, links, version: 2 });
    expect(after.findings).toEqual(saved.body.findings);
    const refused = await inForce(versionId, '2022-04-01');
    expect(refused).toMatchObject({ status: 409, error: { code: 'process-has-errors', params: { count: 4 } } });
  });

  test('of a stale version is refused and shows the other’s', async () => {
    const { versionId } = await aDraft();
    const body = bodyOf(await read(versionId));
    await t.call(saveProcessVersion, { params: { id: versionId }, body: { ...body, note: 'trước' } }, { as: 'focal' });
    const late = await t.call(
      saveProcessVersion,
      { params: { id: versionId }, body: { ...body, note: 'sau' } },
      { as: 'admin' },
    );
    expect(late).toMatchObject({
      status: 409,
      error: { code: 'stale-version', details: { current: { note: 'trước', version: 2 } } },
    });
  });

  test('names a step number once, and no time for a step that is not counted', async () => {
    const { versionId } = await aDraft();
    const body = bodyOf(await read(versionId));
    const [first] = body.steps;
    const twice = { ...body, steps: [...body.steps, ...(first ? [first] : [])] };
    const timed = { ...body, steps: body.steps.map((step) => ({ ...step, counted: false })) };
    for (const wrong of [twice, timed])
      expect(
        (await t.call(saveProcessVersion, { params: { id: versionId }, body: wrong }, { as: 'focal' })).status,
      ).toBe(400);
  });

  test('can be discarded, and is then read but not changed', async () => {
    const { id, versionId } = await aDraft();
    const { version } = await read(versionId);
    const body = { reason: 'Lập nhầm', version };
    expect((await t.call(discardProcessVersion, { params: { id: versionId }, body }, { as: 'focal' })).status).toBe(
      200,
    );
    const after = await read(versionId);
    expect(after.state).toBe('discarded');
    const save = await t.call(saveProcessVersion, { params: { id: versionId }, body: bodyOf(after) }, { as: 'focal' });
    expect(save.error?.code).toBe('process-not-draft');
    const again = await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: 'focal' });
    expect(again.status).toBe(200);
  });
});

describe('in force', () => {
  test('needs a reason for what is doubtful', async () => {
    const { versionId } = await aDraft();
    const refused = await inForce(versionId, '2022-04-01', { reason: undefined });
    expect(refused).toMatchObject({ status: 409, error: { code: 'process-reason-missing', params: { count: 1 } } });
    expect((await inForce(versionId, '2022-04-01')).status).toBe(200);
    expect(await read(versionId)).toMatchObject({
      state: 'in-force',
      effectiveFrom: '2022-04-01',
      warningsReason: 'Thử nghiệm',
      citation: 'QĐ 01/QĐ-UBND',
    });
  });

  test('holds for dossiers from its day, follows the one before, and falls back to the default', async () => {
    const { id, versionId, code } = await aDraft();
    expect(await processFor(code, '2022-05-01')).toMatchObject({ id: null, source: 'default', number: 0 });
    await inForce(versionId, '2022-04-01');
    const next = await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: 'focal' });
    await inForce(next.body.versionId, '2022-06-01');
    expect((await processFor(code, '2022-03-31')).id).toBeNull();
    expect((await processFor(code, '2022-04-01')).id).toBe(versionId);
    expect((await processFor(code, '2022-05-31')).id).toBe(versionId);
    expect((await processFor(code, '2022-06-01')).id).toBe(next.body.versionId);
    expect((await processFor(code, '2022-06-01', 'th-9')).id).toBe(next.body.versionId);
    const kept = await inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
      findProcessVersion(db, t.unit.id, versionId),
    );
    expect(kept).toMatchObject({ id: versionId, effectiveTo: '2022-05-31', steps: { length: 6 } });
  });

  test('a case with a process of its own comes before every case', async () => {
    const { versionId, code } = await aDraft();
    const own = await aDraft({ code, caseCode: 'th-1' });
    await inForce(versionId, '2022-04-01');
    await inForce(own.versionId, '2022-04-01');
    expect((await processFor(code, '2022-04-01', 'th-1')).id).toBe(own.versionId);
    expect((await processFor(code, '2022-04-01', 'th-2')).id).toBe(versionId);
  });

  test('cannot begin before or with another, nor be changed', async () => {
    const { id, versionId } = await aDraft();
    await inForce(versionId, '2022-04-01');
    const next = await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: 'focal' });
    const early = await inForce(next.body.versionId, '2022-04-01');
    expect(early.error).toMatchObject({ code: 'process-later-version', params: { day: '2022-04-01' } });
    const both = await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: 'focal' });
    expect(both.error?.code).toBe('process-draft-exists');
    const save = await t.call(
      saveProcessVersion,
      { params: { id: versionId }, body: bodyOf(await read(versionId)) },
      { as: 'focal' },
    );
    expect(save.error?.code).toBe('process-not-draft');
  });

  test('may be ended from today on, and dossiers then begin under the default', async () => {
    const { versionId, code } = await aDraft();
    await inForce(versionId, '2022-01-01');
    const { version } = await read(versionId);
    const end = (effectiveTo: string) =>
      t.call(
        endProcessVersion,
        { params: { id: versionId }, body: { effectiveTo: day(effectiveTo), reason: 'Thủ tục bãi bỏ', version } },
        { as: 'focal' },
      );
    expect((await end('2022-03-14')).error?.code).toBe('process-day-past');
    expect((await end('2022-03-31')).status).toBe(200);
    expect((await processFor(code, '2022-03-31')).id).toBe(versionId);
    expect((await processFor(code, '2022-04-01')).id).toBeNull();
  });

  test('names no post that is not there on its day', async () => {
    const { versionId } = await aDraft();
    const body = bodyOf(await read(versionId));
    const id = '01980000-0000-7000-8000-000000000001' as Id;
    await t.owner.query(
      `insert into position (unit_id, id, code, title, valid_from, valid_to, fold) values ($1, $2, 'cu', 'Chức danh cũ', '2000-01-01', '2022-03-31', 'chuc danh cu')`,
      [t.unit.id, id],
    );
    const steps = body.steps.map((step) => (step.no === 1 ? { ...step, positionId: id } : step));
    await t.call(saveProcessVersion, { params: { id: versionId }, body: { ...body, steps } }, { as: 'focal' });
    expect((await read(versionId)).findings.map((finding) => finding.kind)).toEqual(['term-unknown']);
    expect((await inForce(versionId, '2022-04-01')).error?.code).toBe('process-has-errors');
    expect((await inForce(versionId, '2022-03-15')).status).toBe(200);
  });
});

test('examples are added once, marked with their province, and never put into force', async () => {
  const added = await t.call(addExamples, { body: {} }, { as: 'focal' });
  expect(added.body).toEqual({ added: 3 });
  expect((await t.call(addExamples, { body: {} }, { as: 'focal' })).body).toEqual({ added: 0 });
  const list = await t.call(listProcesses, { query: { state: 'example' } }, { as: 'officer' });
  expect(list.body.rows.map((row) => row.shown.exampleOf?.split(',')[0])).toEqual([
    'Tỉnh Cao Bằng',
    'Tỉnh Cao Bằng',
    'Tỉnh Nghệ An',
  ]);
  expect(list.body.rows.map((row) => row.errors)).toEqual([0, 0, 0]);
  for (const row of list.body.rows) {
    expect((await inForce(row.shown.id, '2022-04-01')).error?.code).toBe('process-example');
    const example = await read(row.shown.id);
    const save = await t.call(
      saveProcessVersion,
      { params: { id: row.shown.id }, body: bodyOf(example) },
      { as: 'focal' },
    );
    expect(save.error?.code).toBe('process-example');
    const copy = { procedureCode: `${row.procedureCode}.C`, name: row.name, copyOf: row.shown.id };
    const copied = await t.call(createProcess, { body: copy }, { as: 'focal' });
    expect(await read(copied.body.versionId)).toMatchObject({
      source: 'written',
      steps: example.steps,
      links: example.links,
    });
  }
});

describe('rights', () => {
  test.each(['officer', 'clerk', 'viewer', 'chair'] as const)('%s reads and changes nothing', async (role) => {
    const { id, versionId } = await aDraft();
    expect((await t.call(getProcess, { params: { id } }, { as: role })).status).toBe(200);
    const { version, ...body } = bodyOf(await read(versionId));
    const reason = 'Không có quyền';
    const answers = [
      await t.call(createProcess, { body: { procedureCode: '9.999999', name: 'Không có quyền' } }, { as: role }),
      await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: role }),
      await t.call(saveProcessVersion, { params: { id: versionId }, body: { ...body, version } }, { as: role }),
      await t.call(discardProcessVersion, { params: { id: versionId }, body: { reason, version } }, { as: role }),
      await t.call(addExamples, { body: {} }, { as: role }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  });

  test('another unit sees and changes nothing', async () => {
    const { id, versionId } = await aDraft();
    const { version, ...body } = bodyOf(await read(versionId));
    const other = await t.account('focal', t.otherUnit);
    const list = await t.call(listProcesses, {}, { as: other });
    expect(list.body.total).toBe(0);
    const answers = [
      await t.call(getProcess, { params: { id } }, { as: other }),
      await t.call(getProcessVersion, { params: { id: versionId } }, { as: other }),
      await t.call(saveProcessVersion, { params: { id: versionId }, body: { ...body, version } }, { as: other }),
      await t.call(startVersion, { params: { id }, body: { copyOf: versionId } }, { as: other }),
      await t.call(
        createProcess,
        { body: { procedureCode: '9.888888', name: 'Chép của xã khác', copyOf: versionId } },
        { as: other },
      ),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
  });
});

test('a repeated request happens once', async () => {
  const body = { procedureCode: '9.777777', name: 'Gửi hai lần', term: fiveDays };
  const first = await t.call(createProcess, { body }, { as: 'focal', key: 'hai-lan-nhu-mot' });
  const again = await t.call(createProcess, { body }, { as: 'focal', key: 'hai-lan-nhu-mot' });
  expect(again.body).toEqual(first.body);
});
