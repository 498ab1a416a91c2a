/** The server that benches of dossiers ask: with lists once more, open to all, for the comparison without rights. */
import { countDossiers, listDossiers } from '#modules/dossier/contract/reads.ts';
import { countsAnswer, dossiersAnswer } from '#modules/dossier/handlers/reads/lists.ts';
import type { Context } from '#server/context.ts';
import { serve } from '../plan-list/serve.ts';

const asAnybody = (ctx: Context): Context => ({ ...ctx, may: () => true });

await serve((mount) => {
  mount({ ...listDossiers, path: '/bench/dossiers', permission: 'public' }, (ctx, input) =>
    dossiersAnswer(asAnybody(ctx), input),
  );
  mount({ ...countDossiers, path: '/bench/dossiers/counts', permission: 'public' }, (ctx, input) =>
    countsAnswer(asAnybody(ctx), input),
  );
});
