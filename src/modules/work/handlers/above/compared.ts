import { fold } from '#kernel/fold.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { type Likeness, likenessBy, wordPairs } from '#modules/plan/domain/contradictions/text-likeness.ts';
import { listPlansInForce } from '#modules/plan/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { listAbove, listAbovePlans, listOfferedPlans } from '../../contract/above.ts';
import { comparisons } from '../../domain/compare-above.ts';
import { listAbovePlansOf, listPlansOfAbove, listReadDocuments } from '../../queries/above/above-plans.ts';
import { type Asked, listAsked } from '../../queries/above/list-asked.ts';
import { listOursOfPlan, type OursOfPlan } from '../../queries/above/list-ours.ts';
import { gapWords } from '../../text/above-words.ts';

/** Reads of what higher plans ask. */
export function mountAboveReads(mount: Mount): void {
  mount(listAbove, comparedAnswer);
  mount(listAbovePlans, async (ctx, { query }) => ({
    rows: [...(await listAbovePlansOf(ctx.db, ctx.unitId, query.year))],
  }));
  mount(listOfferedPlans, async (ctx, { query }) => {
    const units = await listPlansOfAbove(ctx.db, query.year);
    const documents = ctx.may('plan.import') ? await listReadDocuments(ctx.db, ctx.unitId) : [];
    return {
      units: units.map(({ planId, unit, title, number, day, tasks, targets }) => ({
        ...{ planId, unit, title, day, tasks, targets },
        number: number ?? '',
      })),
      documents: [...documents],
    };
  });
}

type Query = ParsedInput<typeof listAbove>['query'];

/** A page of what higher plans of the year ask, compared with the plan of ours, the worst first. */
export async function comparedAnswer(ctx: Context, { params, query }: ParsedInput<typeof listAbove>) {
  const plan = (await listPlansInForce(ctx.db, ctx.unitId, params.planId))[0];
  if (!plan) fail('not-found', {}, 404);
  const all = await listAsked(ctx.db, ctx.unitId, { year: plan.year });
  const found = narrowed(all, query);
  const page = found.slice((query.page - 1) * query.size, query.page * query.size);
  const lacking = page.some((one) => one.comparison === 'missing');
  const alikeOf = alikeAmong(lacking ? await listOursOfPlan(ctx.db, ctx.unitId, plan) : []);
  return {
    rows: page.map((one) => ({ ...askedAnswer(one), alike: one.comparison === 'missing' ? alikeOf(one) : null })),
    total: found.length,
    page: query.page,
    size: query.size,
    year: plan.year,
    counts: countsOf(all),
  };
}

function narrowed(all: readonly Asked[], { comparison, kind, abovePlanId, itemId, q }: Query): Asked[] {
  const wanted = fold(q ?? '');
  return all
    .filter((one) => comparison === undefined || one.comparison === comparison)
    .filter((one) => kind === undefined || one.kind === kind)
    .filter((one) => abovePlanId === undefined || one.plan.id === abovePlanId)
    .filter((one) => itemId === undefined || one.id === itemId)
    .filter((one) => wanted === '' || fold(`${one.place} ${one.content}`).includes(wanted))
    .sort((one, other) => comparisons.indexOf(one.comparison) - comparisons.indexOf(other.comparison));
}

function countsOf(all: readonly Asked[]) {
  const count = (comparison: Asked['comparison']) => all.filter((one) => one.comparison === comparison).length;
  return {
    unexplained: count('unexplained'),
    missing: count('missing'),
    explained: count('explained'),
    met: count('met'),
    gone: count('gone'),
  };
}

/** One thing asked, as screens get it. */
export function askedAnswer(asked: Asked) {
  const { gone: _gone, ours, ...rest } = asked;
  return {
    ...rest,
    ours: ours.map((one) => ({ ...one, gapWords: one.gap === null ? null : gapWords(one.gap, asked, one) })),
  };
}

/** From this share of common pairs of words on two texts are offered as alike. */
const leastAlike = 0.45;
/** A short text is offered, too, when a longer one holds so much of it. */
const leastHeld = { held: 0.75, dice: 0.3 };

function isAlike({ dice, held }: Likeness): boolean {
  return dice >= leastAlike || (held >= leastHeld.held && dice >= leastHeld.dice);
}

/** Finds what of ours reads most like something asked, of its own kind. */
function alikeAmong(ours: readonly OursOfPlan[]): (asked: Asked) => Omit<OursOfPlan, 'words'> | null {
  const likenessTo = likenessBy(ours.map((one) => wordPairs(one.words)));
  return (asked) => {
    const found = [...likenessTo(wordPairs(asked.figure?.measure ?? asked.content))]
      .flatMap(([at, likeness]) =>
        ours[at]?.kind === asked.kind && isAlike(likeness) ? [{ one: ours[at], dice: likeness.dice }] : [],
      )
      .sort((a, b) => b.dice - a.dice)[0];
    return found ? { kind: found.one.kind, id: found.one.id, content: found.one.content } : null;
  };
}
