import type { Id } from '#kernel/brands.ts';
import type { Term } from '#kernel/term.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addExamples, createProcess, getProcess, listProcesses, startVersion } from '../contract/processes.ts';
import { makeDefaultProcess } from '../domain/default-process.ts';
import type { ProcessBody } from '../domain/process.ts';
import { legalTermOf } from '../queries/legal-term.ts';
import { processRows } from '../queries/process-rows.ts';
import { getVersionRow } from '../queries/version-answer.ts';
import { headOf, versionRows } from '../queries/version-rows.ts';
import { insertProcesses, insertVersions } from '../store.ts';
import { addExampleProcesses } from './add-example-processes.ts';
import { makerOf, newDraft } from './new-draft.ts';

/** Lists, new processes and new drafts. */
export function mountProcesses(mount: Mount): void {
  mount(listProcesses, async (ctx, { query }) => {
    const { rows, total } = await processRows(ctx.db, ctx.unitId, ctx.today, query);
    return { rows, total, page: query.page, size: query.size };
  });

  mount(getProcess, async (ctx, { params }) => {
    const versions = await versionRows(ctx.db, ctx.unitId, { processIds: [params.id] });
    const [newest] = versions;
    if (!newest) fail('not-found', {}, 404);
    const { procedureCode, caseCode, name } = newest;
    const { procedureName, term } = await legalTermOf(ctx.db, ctx.unitId, procedureCode, caseCode, ctx.today);
    const head = { id: params.id, procedureCode, caseCode, name, procedureName, legalTerm: term };
    return { ...head, versions: versions.map(headOf) };
  });

  mount(createProcess, async (ctx, { body }) => {
    const { procedureCode, caseCode, name, copyOf } = body;
    const id = ctx.newId();
    const made = await insertProcesses(ctx.db, ctx.unitId, ctx.at, [{ id, procedureCode, caseCode, name }]);
    if (made.length === 0) fail('process-exists', { code: procedureCode }, 409);
    const source = copyOf === undefined ? 'default' : 'written';
    const draft = newDraft(ctx, { processId: id, number: 1, source, body: await bodyFrom(ctx, body) });
    await insertVersions(ctx.db, ctx.unitId, makerOf(ctx), [draft]);
    ctx.log({ action: 'process.created', record: { type: 'process', id }, after: { procedureCode, caseCode, name } });
    return { id, versionId: draft.id };
  });

  mount(startVersion, async (ctx, { params, body }) => {
    const versions = await versionRows(ctx.db, ctx.unitId, { processIds: [params.id] });
    const [newest] = versions;
    const source = versions.find((version) => version.id === body.copyOf);
    if (!newest || !source) fail('not-found', {}, 404);
    if (versions.some((version) => version.state === 'draft')) fail('process-draft-exists', {}, 409);
    const number = newest.number + 1;
    const draft = newDraft(ctx, { processId: params.id, number, source: 'written', body: source, note: source.note });
    await insertVersions(ctx.db, ctx.unitId, makerOf(ctx), [draft]);
    const after = { number, copyOf: source.number };
    ctx.log({ action: 'process.version-started', record: { type: 'process', id: params.id }, after });
    return { versionId: draft.id };
  });

  mount(addExamples, async (ctx) => ({ added: await addExampleProcesses(ctx, makerOf(ctx)) }));
}

interface Asked {
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly copyOf?: Id | undefined;
  readonly term?: Term | undefined;
}

/** A copy of a version of the unit, or the default process of a term. */
async function bodyFrom({ db, unitId, today }: Context, asked: Asked): Promise<ProcessBody> {
  if (asked.copyOf !== undefined) return await getVersionRow(db, unitId, asked.copyOf);
  const term = asked.term ?? (await legalTermOf(db, unitId, asked.procedureCode, asked.caseCode, today)).term;
  return makeDefaultProcess(term);
}
