import type { Mount, Services } from '#server/module.ts';
import { checkFile } from '../contract/evidence.ts';
import { checkWords } from '../text/words.ts';
import { readVersion } from './read-version.ts';

/** The route that reads a file again and says whether it is as the log has it. */
export function mountCheck(mount: Mount, services: Services): void {
  mount(checkFile, async (ctx, { params }) => {
    const version = await readVersion(services, ctx, params, true);
    const found = await services.files.findHash(ctx.unitId, version.sha256);
    const ok = found === version.sha256 && (version.logged === undefined || found === version.logged);
    const same = version.logged === undefined ? checkWords.unlogged : checkWords.same;
    const words = ok ? same : found === undefined ? checkWords.missing : checkWords.different;
    return { ok, found: found ?? null, logged: version.logged ?? null, words };
  });
}
