import type { Id } from '#kernel/brands.ts';
import { dayOf, type Moment, moment } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import type { Session } from '#server/session.ts';

/** An invented person of the demo, with the post that makes them act. */
export interface DemoPerson {
  readonly accountId: Id;
  readonly personId: Id;
  readonly name: string;
}

/** Who acts in the demo, by the code of the post. */
export type DemoPeople = ReadonlyMap<string, DemoPerson>;

/** The context of a person at a past moment, within the transaction of the seeding. */
export function actingAs(ctx: Context, person: DemoPerson, at: Moment): Context {
  const session: Session = {
    ...{ id: 'starter', accountId: person.accountId, personId: person.personId, unitId: ctx.unitId, name: person.name },
    ...{ username: 'starter', email: null, grants: [], departmentIds: [], mustChangePassword: false },
    ...{ mustEnrolTotp: false, via: 'cookie' as const },
  };
  return {
    ...ctx,
    session,
    now: moment(at),
    at: new Date(at).toISOString(),
    today: dayOf(at),
    newId: () => ctx.newId(),
    log: (note) => ctx.log(note),
    publish: (topic, payload) => ctx.publish(topic, payload),
    may: () => true,
    lockBriefly: () => undefined,
  };
}
