import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import { contentOfReading } from '#modules/plan/domain/version/content-of-reading.ts';
import type { ContentTask, PlanContent } from '#modules/plan/domain/version/plan-content.ts';
import { ensureHolders } from '#modules/plan/store/holders.ts';
import { countsOf, insertPlan, insertVersion, updatePlan } from '#modules/plan/store/plans.ts';
import { contentHash, saveContent, withIds } from '#modules/plan/store/save-content.ts';
import { projectDir } from '#server/config.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';

const places = ['thôn Đông', 'thôn Tây', 'thôn Nam', 'thôn Bắc', 'khu chợ', 'bến cá', 'làng nghề', 'ven biển'];

async function seedContent(): Promise<PlanContent> {
  const truth = JSON.parse(await readFile(join(projectDir, 'starter', 'hoang-tien', 'truth.json'), 'utf8'));
  const reading: PlanReading = { funding: '', places: {}, furniture: {}, unread: [], ...truth };
  const fields = [
    { code: 'the-che', words: ['the che'] },
    { code: 'thu-tuc', words: ['thu tuc hanh chinh'] },
    { code: 'bo-may', words: ['bo may'] },
    { code: 'cong-vu', words: ['cong vu'] },
    { code: 'tai-chinh', words: ['tai chinh'] },
    { code: 'chinh-quyen-so', words: ['chinh quyen dien tu'] },
    { code: 'dieu-hanh', words: ['chi dao'] },
  ];
  return contentOfReading(reading, { importId: '', fields, higher: new Set(), links: new Map() });
}

/** The real plan's tasks again and again, each with its own words and exactly three outputs. */
function manyTasks(seed: PlanContent, count: number): ContentTask[] {
  return Array.from({ length: count }, (_, index) => {
    const task = seed.tasks[index % seed.tasks.length] as ContentTask;
    const place = places[index % places.length];
    const outputs = Array.from({ length: 3 }, (_, nth) => ({
      key: `output/${index}/${nth}`,
      content: `${task.outputs[nth]?.content ?? 'Văn bản triển khai'} (${place}, đợt ${(index % 97) + 1})`,
    }));
    return {
      ...task,
      key: `task/${index}`,
      importId: null,
      path: null,
      position: (index + 1) * 10,
      number: String(index + 1),
      content: `${task.content} tại ${place}, tổ dân phố số ${(index * 7919) % 1_009}`,
      ours: index % 11 !== 0,
      outputs,
      dues: task.dues.map((due, nth) => ({ rule: due.rule, outputKey: outputs[nth % 3]?.key ?? null })),
    };
  });
}

/** Writes an issued plan of so many tasks by the way of the product; gives its id. */
export async function makeBigPlan(services: Services, unitId: UnitId, count: number): Promise<Id> {
  const seed = await seedContent();
  const content = withIds({ ...seed, tasks: manyTasks(seed, count), narrative: [] }, newId);
  const sourceless = {
    ...content,
    ...Object.fromEntries(
      (['appendices', 'statements', 'targets', 'responsibilities', 'reportDuties'] as const).map((part) => [
        part,
        content[part].map((row) => ({ ...row, importId: null, path: null })),
      ]),
    ),
  };
  const planId = newId();
  const { title, issuer, issuerLevel } = content.header;
  await runInUnit(services, { unitId, actor: 'bench' }, async (ctx) => {
    const of = { unit_id: unitId, title, issuer };
    await insertPlan(ctx.db, { ...of, id: planId, year: 2022, version: 0, draft_version: 1, created_at: ctx.at });
    await insertVersion(ctx.db, {
      ...of,
      plan_id: planId,
      version: 1,
      kind: 'first',
      state: 'issued',
      issuer_level: issuerLevel,
      content_hash: contentHash(content),
      accepted_at: ctx.at,
      ...countsOf(content),
    });
    await ensureHolders(ctx, sourceless);
    await saveContent(ctx.db, { unitId, planId, version: 1, year: 2022 }, undefined, sourceless);
    await updatePlan(ctx.db, unitId, planId, { version: 1, draft_version: null });
  });
  return planId;
}
