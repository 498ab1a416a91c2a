import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { readCatalogue } from '../contract/files.ts';
import { type CatalogueChange, compareCatalogue } from '../domain/sheet/compare-catalogue.ts';
import { readCatalogueFile } from '../files/read-catalogue-file.ts';
import { loadEveryVersion } from '../queries/every-version.ts';
import { insertVersions } from '../store/version.ts';
import { faultWords, headingOf } from '../text.ts';

const mostDoubts = 500;
const mostOfKind = 200;

/** Reading a file with a catalogue: first what it would change, then, when it is asked for, done. */
export function mountCatalogueFile(mount: Mount, { files }: Services): void {
  mount(readCatalogue, async (ctx, { body }) => {
    const { file } = ctx;
    if (!file) fail('file-missing');
    const read = await readCatalogueFile(files.path(ctx.unitId, file.sha256), file);
    const every = await loadEveryVersion(ctx.db, ctx.unitId);
    const { changes, same } = compareCatalogue(read, every.heldOn, every.allOn(ctx.today), ctx.today);
    const isWhole = body.whole === 'yes';
    if (body.save === 'yes' && read.doubts.length > 0 && body.skipDoubts !== 'yes') fail('procedure-doubts', {}, 409);
    const isSaved = body.save === 'yes';
    if (isSaved) {
      const mayGo = isWhole && read.doubts.length === 0;
      await save(
        ctx,
        changes.filter((change) => mayGo || change.what !== 'missing'),
        file.name,
      );
    }
    return {
      ...countsOf(changes),
      same,
      saved: isSaved,
      doubtCount: read.doubts.length,
      doubts: read.doubts.slice(0, mostDoubts).map(({ row, cell, column, value, code, params }) => ({
        row,
        cell,
        column: headingOf(column),
        value,
        message: faultWords(code, params),
      })),
      differences: kinds.flatMap((what) =>
        changes
          .filter((one) => one.what === what)
          .slice(0, mostOfKind)
          .map(shown),
      ),
    };
  });
}

const kinds = ['added', 'changed', 'abolished', 'missing'] as const;

function countsOf(changes: readonly CatalogueChange[]) {
  const count = (what: CatalogueChange['what']) => changes.filter((one) => one.what === what).length;
  return { added: count('added'), changed: count('changed'), abolished: count('abolished'), missing: count('missing') };
}

function shown({ what, row, version, fields }: CatalogueChange) {
  const short = (text: string) => (text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text);
  const told = fields.map(({ column, before, after }) => ({ column, before: short(before), after: short(after) }));
  return { what, row, code: version.code, name: version.content.name, fields: told };
}

async function save(ctx: Context, changes: readonly CatalogueChange[], fileName: string): Promise<void> {
  if (changes.length === 0) return;
  const { accountId, name } = getSession(ctx);
  const reason = `Nhập từ tệp ${fileName}`.slice(0, 1_000);
  const versions = changes.map(({ version }) => ({ ...version, id: ctx.newId(), reason }));
  await insertVersions(ctx.db, ctx.unitId, versions, { at: ctx.at, id: accountId, name });
  const codes = (what: CatalogueChange['what']) =>
    changes.filter((one) => one.what === what).map((one) => one.version.code);
  ctx.log({
    action: 'procedure.catalogue-read',
    record: { type: 'procedure', id: 'danh-muc' },
    after: {
      fileName,
      added: codes('added'),
      changed: codes('changed'),
      abolished: [...codes('abolished'), ...codes('missing')],
    },
  });
  ctx.publish('procedure.changed', { codes: versions.map((one) => one.code) });
}
