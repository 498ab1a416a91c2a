import type { Answered } from '#kernel/route.ts';
import { inTransaction } from '#server/db.ts';
import type { Mount, Services } from '#server/module.ts';
import { getRendering } from '../contract/evidence.ts';
import { isRendered } from '../domain/viewable.ts';
import { findRendering } from '../store/rendering.ts';
import { renderingRefused } from '../text/words.ts';
import { readVersion } from './read-version.ts';

/** The route that gives a Word or Excel file as text and tables. */
export function mountRendering(mount: Mount, services: Services): void {
  mount(getRendering, async (ctx, { params }): Promise<Answered<typeof getRendering>> => {
    const { sha256, mediaType } = await readVersion(services, ctx, params);
    const refused: Answered<typeof getRendering> = { state: 'refused', reason: renderingRefused, content: null };
    if (!isRendered(mediaType)) return refused;
    const { unitId } = ctx;
    const made = await inTransaction(services.appPool, unitId, 'read', (db) => findRendering({ db, unitId }, sha256));
    if (!made) return { state: 'waiting', reason: null, content: null };
    if (made.state === 'refused') return refused;
    return { state: 'ready', reason: null, content: made.content };
  });
}
