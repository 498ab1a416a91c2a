import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyRoute } from '#kernel/route.ts';
import * as contract from '#modules/work/contract/acts.ts';
import type { Act } from '#modules/work/domain/acts.ts';
import type { Stage } from '#modules/work/domain/states.ts';
import { newId } from '#server/ids.ts';
import type { TestApp } from './app.ts';
import { anObligation, type TestOffice } from './work-factories.ts';

/** Every act of work with its route, what is sent, and an obligation it can be done on. */

const reason = 'lý do thử nghiệm';
const later = '2022-06-30' as PlainDate;

/** The route of each act. */
export const routeOfAct: Readonly<Record<Act, AnyRoute>> = {
  start: contract.startWork,
  'hand-in': contract.handIn,
  withdraw: contract.withdrawHandIn,
  'not-arising': contract.reportNotArising,
  accept: contract.accept,
  return: contract.returnWork,
  review: contract.reviewStanding,
  pause: contract.pauseWork,
  'await-authority': contract.awaitAuthority,
  resume: contract.resumeWork,
  trigger: contract.triggerWork,
  void: contract.voidWork,
  reopen: contract.reopenWork,
  'ask-extension': contract.askExtension,
  'decide-extension': contract.decideExtension,
  urge: contract.urgeWork,
  'answer-urge': contract.answerUrge,
};

/** An obligation for an act, with what else waits on it. */
export interface ActCase {
  readonly id: Id;
  readonly extensionId: Id;
  readonly urgeId: Id;
}

const bodyOf: Readonly<Record<Act, (made: ActCase, evidenceId: Id) => Record<string, unknown>>> = {
  start: () => ({}),
  'hand-in': (_, evidenceId) => ({ evidenceIds: [evidenceId] }),
  withdraw: () => ({ reason }),
  'not-arising': () => ({ reason }),
  accept: () => ({}),
  return: () => ({ reason }),
  review: () => ({}),
  pause: () => ({ reason }),
  'await-authority': () => ({ reason }),
  resume: () => ({}),
  trigger: () => ({ due: later, reason }),
  void: (_, evidenceId) => ({ reason, evidenceId }),
  reopen: () => ({ reason }),
  'ask-extension': () => ({ due: later, reason }),
  'decide-extension': ({ extensionId }) => ({ extensionId, granted: true }),
  urge: () => ({}),
  'answer-urge': ({ urgeId }) => ({ urgeId, words: 'đang làm' }),
};

/** What is sent with an act, beside the version. */
export function bodyOfAct(act: Act, made: ActCase, evidenceId: Id): Record<string, unknown> {
  return bodyOf[act](made, evidenceId);
}

/** An obligation for which the further conditions of the act hold, so that stage and role alone decide. */
export async function aCase(t: TestApp, office: TestOffice, evidenceId: Id, act: Act, stage: Stage): Promise<ActCase> {
  const kind = act === 'review' ? ('standing' as const) : act === 'trigger' ? ('guided' as const) : ('dated' as const);
  const { id } = await anObligation(t.owner, t.unit.id, {
    positionId: office.posts.officer,
    kind,
    stage,
    due: kind === 'dated' ? '2022-04-29' : null,
    submitted: { by: office.officer.personId, approverId: office.posts.chair, evidenceIds: [evidenceId] },
  });
  const [extensionId, urgeId] = [newId(), newId()];
  if (act === 'decide-extension') {
    await t.owner.query(
      `insert into extension_request (unit_id, id, obligation_id, due_now, due_asked, reason, state, approver_id, asked_at,
         asked_by, asked_by_name) values ($1, $2, $3, '2022-04-29', $4, $5, 'asked', $6, now(), $7, 'người thử')`,
      [t.unit.id, extensionId, id, later, reason, office.posts.chair, office.officer.personId],
    );
  }
  if (act === 'answer-urge') {
    await t.owner.query(
      `insert into urge (unit_id, id, obligation_id, words, urged_at, urged_by_name) values ($1, $2, $3, 'nhanh lên', now(), 'người thử')`,
      [t.unit.id, urgeId, id],
    );
  }
  return { id, extensionId, urgeId };
}
