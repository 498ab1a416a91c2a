import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { type Db, inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { Services } from '#server/module.ts';
import { type Grant, holds } from '#server/session.ts';
import { type CalendarEvent, calendarText } from '../domain/calendar-text.ts';
import { hashOfToken } from '../handlers/reads/calendar-feed.ts';
import { obligationAnswer } from '../queries/obligation-answer.ts';
import { joinTask, type ObligationRecord, recordColumns } from '../queries/obligation-record.ts';
import { stateWords } from '../text/state-words.ts';
import { bearerText } from './list-sheets.ts';

interface FeedOwner {
  readonly unit_id: UnitId;
  readonly account_id: Id;
  readonly person_id: Id | null;
  readonly grants: readonly Grant[];
}

const daysBack = 60;
const daysAhead = 400;
const mostEvents = 1_000;

/** A person's due days for calendar programs, which cannot sign in: the address itself is the secret. */
export function addCalendarFeedPage(app: FastifyInstance, services: Services): void {
  const publicUrl = services.config.publicUrl.replace(/\/$/, '');
  app.get<{ Params: { token: string } }>('/lich/:token.ics', { schema: { hide: true } }, async (request, reply) => {
    const today = services.clock.today();
    const owner = await findOwner(services, request.params.token);
    if (!owner) fail('not-found', {}, 404);
    const events = await inTransaction(services.appPool, owner.unit_id, 'read', async (db) => {
      const staffed = await loadStaffedDay(db, owner.unit_id, today);
      return eventsOf(await dueOf(db, owner, staffed, today), staffed, publicUrl);
    });
    await noteUse(services, owner, today);
    return reply
      .header('cache-control', 'private, max-age=900')
      .header('x-robots-tag', 'noindex')
      .type('text/calendar; charset=utf-8')
      .send(
        calendarText({
          name: 'Hạn công việc – Liền Mạch',
          madeAt: new Date(services.clock.now()).toISOString(),
          events,
        }),
      );
  });
}

/** Whose address it is, as long as that account is alive and may read work. */
async function findOwner(services: Services, token: string): Promise<FeedOwner | undefined> {
  if (!/^[\w-]{32}$/.test(token)) return undefined;
  const { rows } = await services.appPool.query<FeedOwner>('select * from find_calendar_feed($1, $2)', [
    hashOfToken(token),
    new Date(services.clock.now()).toISOString(),
  ]);
  const [owner] = rows;
  return owner && holds(owner.grants, 'work.read') ? owner : undefined;
}

async function dueOf(db: Db, { unit_id, person_id }: FeedOwner, staffed: StaffedDay, today: PlainDate) {
  if (person_id === null) return [];
  const posts = staffed.postsOf(person_id).map((one) => one.positionId);
  const people = [person_id, ...staffed.standsInFor(person_id).map((one) => one.personId)];
  const { rows } = await sql<ObligationRecord>`
    select ${recordColumns} from obligation o ${joinTask}
    where o.unit_id = ${unit_id} and o.live and (o.position_id = any(${posts}::uuid[]) or o.person_id = any(${people}::uuid[]))
      and o.due between ${addDays(today, -daysBack)} and ${addDays(today, daysAhead)}
    order by o.due, o.id limit ${mostEvents}`.execute(db);
  return rows;
}

function eventsOf(rows: readonly ObligationRecord[], staffed: StaffedDay, publicUrl: string): CalendarEvent[] {
  return rows.flatMap((record) => {
    const row = obligationAnswer(record, staffed);
    if (row.due === null) return [];
    const place = row.place === '' ? row.task : `${row.place}: ${row.task}`;
    return {
      uid: `${row.id}@${new URL(publicUrl).hostname}`,
      day: row.due,
      title: `Hạn: ${row.title}`,
      description: [place, `Thực hiện: ${bearerText(row.bearer)}`, stateWords[row.state], row.dueWords].join('\n'),
      url: `${publicUrl}/lam-viec/san-pham/${row.id}`,
      sequence: row.version - 1,
    };
  });
}

/** Lets the owner see that the address is in use; once a day. */
async function noteUse(services: Services, owner: FeedOwner, today: PlainDate): Promise<void> {
  await inTransaction(services.appPool, owner.unit_id, 'write', async (db) => {
    await sql`update calendar_feed set used_on = ${today} where unit_id = ${owner.unit_id}
      and account_id = ${owner.account_id} and used_on is distinct from ${today}`.execute(db);
  });
}
