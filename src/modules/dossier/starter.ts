import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { type Moment, parseMoment } from '#kernel/moment.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import type { Context } from '#server/context.ts';
import { AppError } from '#server/errors.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Services } from '#server/module.ts';
import type { Intake } from './contract/receive.ts';
import { newDossier } from './handlers/receive/new-dossier.ts';
import { prepareIntake } from './handlers/receive/prepared-intake.ts';
import { receive } from './handlers/receive/receive.ts';
import { askAtCounter } from './handlers/receive/turn-away.ts';
import { carryOn } from './starter/demo-acts.ts';
import { actingAs, type DemoPeople, type DemoPerson } from './starter/demo-desk.ts';
import { type DemoDossier, demoDossiers } from './starter/demo-dossiers.ts';
import type { Applied } from './store/apply-act.ts';
import { insertDossier } from './store/insert-dossier.ts';

const desk = 'phu-trach-mot-cua';

/**
 * Gives the demo some forty dossiers of plainly invented people, each by the very acts that bring dossiers where they
 * are, at past working hours. All in one transaction and once: a second run changes nothing.
 */
export async function seedDossiers(services: Services, unitId: UnitId): Promise<void> {
  const who = { unitId, actor: 'starter', key: 'starter-dossiers', name: 'Dữ liệu mẫu' };
  await runInUnit(services, who, async (ctx) => {
    const people = await loadPeople(ctx);
    const clerk = people.get(desk);
    if (!clerk || (await hasDossiers(ctx))) return;
    for (const [index, one] of demoDossiers.entries()) await seedOne(ctx, one, index, clerk, people);
  });
}

async function seedOne(ctx: Context, one: DemoDossier, index: number, clerk: DemoPerson, people: DemoPeople) {
  const at = parseMoment(one.at);
  if (at === undefined || at >= ctx.now) return;
  const made = await receiveOne(actingAs(ctx, clerk, at), one, index, at);
  if (!made) return;
  await carryOn(ctx, one, made, at, people, await loadWorkingCalendar(ctx.db, ctx.unitId));
}

/** Takes a dossier in, or leaves it out where the catalogue of the day does not offer it. */
async function receiveOne(ctx: Context, one: DemoDossier, index: number, at: Moment): Promise<Applied | undefined> {
  const intake = intakeOf(one, index);
  try {
    if (one.stage === 'submitted') return await submitOne(ctx, intake, at);
    if (one.stage === 'intake-supplement') return await askAtCounter(ctx, { intake, ...missing });
    const finished = { title: 'Bản chứng thực (trình diễn)', number: String(index + 1), toName: one.owner };
    return await receive(ctx, {
      intake,
      knowinglyTwice: true,
      ...(one.stage === 'immediate' ? { finished } : {}),
    });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

const missing = {
  items: [{ name: 'Bản chính giấy chứng tử (trình diễn)', note: '' }],
  reason: 'Chưa có bản chính để đối chiếu.',
  until: '2022-01-20' as never,
};

/** As it comes from the public pages: nobody has looked at it yet. */
async function submitOne(ctx: Context, intake: Intake, at: Moment): Promise<Applied> {
  const prepared = await prepareIntake(ctx, { ...intake, channel: 'online' }, at);
  const dossier = { ...newDossier(ctx, prepared), receivedBy: null, receivedByName: intake.owner.name };
  return insertDossier(ctx, prepared.calendar, {
    ...{ dossier, actAt: ctx.at, day: ctx.today, paperReason: null, correctsId: null },
    by: { id: null, name: intake.owner.name, title: '', insteadOf: null },
    acts: [{ act: 'submit', state: 'submitted' }],
  });
}

function intakeOf({ procedure, owner }: DemoDossier, index: number): Intake {
  const number = index % 5 === 4 ? null : `0380000${String(10_000 + index * 37)}`;
  const paper = { originals: 1, copies: 0, handed: 'paper' as const, evidenceId: null, toGiveBack: false };
  return {
    ...{ procedureCode: procedure, caseCode: '', channel: 'counter', returnBy: 'counter', receptionPointId: null },
    ...{ resolvingAgency: null, submitter: null, summary: '', copies: 1, answers: {} },
    owner: {
      ...{ kind: 'citizen', name: owner, number, phone: index % 3 === 2 ? null : `0900000${100 + index}` },
      ...{ email: null, address: `Thôn Mẫu ${(index % 6) + 1}, xã Hoằng Tiến`, birth: null },
    },
    components: [
      { ...paper, code: 'to-khai', name: 'Tờ khai (trình diễn)' },
      { ...paper, code: 'giay-to', name: 'Giấy tờ kèm theo (trình diễn)', copies: 1, toGiveBack: true },
    ],
  };
}

async function hasDossiers(ctx: Context): Promise<boolean> {
  const { rows } = await sql`select 1 from dossier where unit_id = ${ctx.unitId} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** The invented people by the code of the post they hold. */
async function loadPeople(ctx: Context): Promise<DemoPeople> {
  const { rows } = await sql<{ post: string; accountId: Id; personId: Id; name: string }>`
    select p.code as post, a.id as "accountId", h.person_id as "personId", n.name from position p
    join position_holder h on h.unit_id = p.unit_id and h.position_id = p.id
    join person n on n.unit_id = h.unit_id and n.id = h.person_id
    join account a on a.unit_id = h.unit_id and a.person_id = h.person_id
    where p.unit_id = ${ctx.unitId}`.execute(ctx.db);
  return new Map(rows.map(({ post, ...person }) => [post, person]));
}
