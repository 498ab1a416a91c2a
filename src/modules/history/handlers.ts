import { allActions, allRecordTypes, findActionWords } from '#server/act-words.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { type LogFiles, openLogFiles } from '#server/log/log-files.ts';
import { readPublicKeys } from '#server/log/public-keys.ts';
import { readActs, readLog } from '#server/log/read-log.ts';
import { findReceipt } from '#server/log/receipt.ts';
import type { Mount, Services } from '#server/module.ts';
import { getEntry, getHistory, getLogChoices, getLogHead, getProof, listLog, listLogHeads } from './contract.ts';
import { refuseUnlessReadable } from './may-read-record.ts';
import { findEntries, findEntry, findNewestHead, readActors, readHeads, readSignedSize } from './queries.ts';
import { words } from './text.ts';
import { wordsOfAct } from './words-of-act.ts';

const perPage = 50;
const headsAtOnce = 5_000;

/** Histories of records, the log of the unit, and what proves them. */
export function mountHistory(mount: Mount, { config }: Services): void {
  const files = openLogFiles(config.dataDir);

  mount(getHistory, async (ctx, { query: { recordType, recordId, olderThan } }) => {
    await refuseUnlessReadable(ctx, recordType, recordId);
    const record = { type: recordType, id: recordId };
    const older = olderThan === undefined ? {} : { olderThan };
    const logged = await readLog(ctx.db, ctx.unitId, { record, most: perPage + 1, ...older });
    const signed = await readSignedSize(ctx.db, ctx.unitId);
    const acts = logged.slice(0, perPage).map((one) => wordsOfAct(one, signed));
    return { acts, more: logged.length > perPage };
  });

  mount(listLog, async (ctx, { query: { page, size, ...filter } }) => {
    const { ids, total } = await findEntries(ctx.db, ctx.unitId, filter, page, size);
    const signed = await readSignedSize(ctx.db, ctx.unitId);
    const logged = await readActs(ctx.db, ctx.unitId, ids);
    return { rows: logged.map((one) => wordsOfAct(one, signed)), total, page, size };
  });

  mount(getLogChoices, async (ctx) => ({
    actors: await readActors(ctx.db, ctx.unitId),
    actions: allActions().map((code) => ({ code, words: choiceOf(code) })),
    recordTypes: allRecordTypes().map(([code, { name }]) => ({ code, name })),
  }));

  mount(getEntry, async (ctx, { params: { entryId } }) => {
    const [logged] = await readActs(ctx.db, ctx.unitId, [entryId]);
    if (!logged) fail('not-found', {}, 404);
    await refuseUnlessReadable(ctx, logged.record.type, logged.record.id);
    return wordsOfAct(logged, await readSignedSize(ctx.db, ctx.unitId));
  });

  mount(getProof, (ctx, { params: { entryId } }) => proofOf(ctx, files, config.dataDir, entryId));

  mount(getLogHead, async (ctx) => ({
    head: (await findNewestHead(ctx.db, ctx.unitId)) ?? null,
    publicKeys: await readPublicKeys(config.dataDir),
  }));

  mount(listLogHeads, async (ctx, { query: { after } }) => {
    const heads = await readHeads(ctx.db, ctx.unitId, after, headsAtOnce + 1);
    return { heads: heads.slice(0, headsAtOnce), more: heads.length > headsAtOnce };
  });
}

async function proofOf(ctx: Context, files: LogFiles, dataDir: string, entryId: Parameters<typeof findEntry>[2]) {
  const entry = await findEntry(ctx.db, ctx.unitId, entryId);
  if (!entry) fail('not-found', {}, 404);
  await refuseUnlessReadable(ctx, entry.record_type, entry.record_id);
  const receipt = await findReceipt(ctx.db, files, ctx.unitId, entryId);
  const { salt, before, after, context } = entry;
  return {
    receipt: receipt ? { ...receipt, proof: [...receipt.proof] } : null,
    publicKeys: await readPublicKeys(dataDir),
    detail: salt === null ? null : { salt: salt.toString('hex'), before, after, context },
  };
}

/** An act without a record at hand: words that are made from one stand under their code. */
function choiceOf(code: string): string {
  const known = findActionWords(code);
  return typeof known === 'string' ? known : words.unknownAct(code);
}
