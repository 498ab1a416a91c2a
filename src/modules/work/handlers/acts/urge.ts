import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { answerUrge, urgeWork } from '../../contract/acts.ts';
import { answerUrgeRow, insertUrge } from '../../store/urges.ts';
import { actOn } from './act-on.ts';
import { asHolder, asOneself, holdersOf } from './standing.ts';

/** Routes by which work is urged, and that is answered. */
export function mountUrge(mount: Mount): void {
  mount(urgeWork, (ctx, asked) => {
    const { words } = asked.body;
    return actOn(ctx, asked, 'urge', {}, (standing) => {
      const { obligation } = standing;
      const id = ctx.newId();
      const by = asOneself(ctx, standing);
      return {
        by,
        reason: words,
        beside: [insertUrge(ctx, { id, obligationId: obligation.id, words, by })],
        events: [{ topic: 'urge.sent', payload: { urgeId: id, obligationId: obligation.id } }],
        tell: { kind: 'work.urged', people: holdersOf(standing), params: { by: by.name, words } },
      };
    });
  });

  mount(answerUrge, (ctx, asked) => {
    const { words, urgeId } = asked.body;
    return actOn(ctx, asked, 'answer-urge', {}, (standing) => {
      const { obligation } = standing;
      const urge = obligation.urges.find((one) => one.id === urgeId);
      if (!urge) fail('work-not-urged', {}, 409);
      const by = asHolder(ctx, standing);
      return {
        by,
        reason: words,
        beside: [answerUrgeRow(ctx, urgeId, words, by)],
        events: [{ topic: 'urge.answered', payload: { urgeId, obligationId: obligation.id } }],
        tell: {
          kind: 'work.urge-answered',
          people: urge.urgedBy ? [urge.urgedBy] : [],
          params: { by: by.name, words },
        },
      };
    });
  });
}
