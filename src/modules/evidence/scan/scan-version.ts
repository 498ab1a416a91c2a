import type { Id } from '#kernel/brands.ts';
import { type ScanAnswer, scanBytes } from '#server/clamd.ts';
import type { Context } from '#server/context.ts';
import type { LongWork, Services } from '#server/module.ts';
import { nameOf } from '../domain/name-of.ts';
import { findVersion, type StoredVersion } from '../store/file-versions.ts';
import { evidenceByIds } from '../store/read-evidence.ts';
import { storeScan } from '../store/scan.ts';

/**
 * Has the file that came be scanned. When the scanner is away or answers nonsense this throws, so that the job is run
 * again later; the file stays waiting. Without a scanner it is safe at once. An infected one is put aside and its sender told.
 */
export async function scanVersion(
  { config, files }: Pick<Services, 'config' | 'files'>,
  work: LongWork,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = { evidenceId: payload.evidenceId as Id, number: Number(payload.number) };
  const version = await work.read((ctx) => findVersion(ctx, at.evidenceId, at.number));
  if (!version) return;
  const { sha256 } = version;
  if (config.clamdUrl === undefined) return await work.act('safe', (ctx) => tellSafe(ctx, at));
  const known = version.scan === 'clean' || version.scan === 'infected';
  const answer = known ? undefined : await scanBytes(config.clamdUrl, files.open(work.unitId, sha256));
  if (answer) await work.act(undefined, (ctx) => storeScan(ctx, sha256, answer));
  const infected = await work.read((ctx) => findVersion(ctx, at.evidenceId, at.number));
  if (infected?.scan !== 'infected') return await work.act('safe', (ctx) => tellSafe(ctx, at));
  await files.quarantine(work.unitId, sha256);
  const found = infectionIn(answer, infected);
  await work.act('quarantined', (ctx) => tell(ctx, at.evidenceId, infected, found));
}

async function tellSafe(ctx: Context, at: { readonly evidenceId: Id; readonly number: number }): Promise<void> {
  ctx.publish('evidence.file-safe', at);
}

function infectionIn(answer: ScanAnswer | undefined, version: StoredVersion): string {
  return answer?.state === 'infected' ? answer.found : (version.found ?? '');
}

async function tell(ctx: Context, evidenceId: Id, version: StoredVersion, found: string): Promise<void> {
  const [evidence] = await evidenceByIds(ctx, [evidenceId]);
  if (!evidence) return;
  const { number: fileNumber, name: fileName, sha256 } = version;
  ctx.log({
    action: 'evidence.quarantined',
    record: { type: 'evidence', id: evidenceId },
    after: { fileNumber, fileName, sha256, found },
  });
  ctx.publish('evidence.infected', { evidenceId, number: fileNumber });
  if (version.byId === null) return;
  ctx.publish('notification.wanted', {
    kind: 'evidence.infected',
    accountIds: [version.byId],
    record: { type: 'evidence', id: evidenceId },
    params: { fileName: shortened(fileName), found: shortened(found), name: shortened(nameOf(evidence)) },
    once: `${evidenceId}:${fileNumber}`,
  });
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
