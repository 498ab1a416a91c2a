import { daysBetween } from '#kernel/plain-date.ts';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { committeeOf } from '#server/pages/layout.ts';
import type { listRegister } from '../../contract/reads.ts';
import { findWireMoment, wireMoment } from '../../queries/dossier-answer.ts';
import { listRegisterOf, type RegisterRecord } from '../../queries/list-register.ts';
import { askedOf } from '../../queries/lists/asked-of.ts';
import { lateNote, noteWords, wayWords } from '../../text/register-words.ts';

/** A book is of a year. */
const mostDays = 366;

/** A page of the register, with its place in the part asked for. */
export async function registerAnswer(ctx: Context, { query }: Pick<ParsedInput<typeof listRegister>, 'query'>) {
  const { page, size, from, to } = query;
  const days = daysBetween(from, to);
  if (days < 0 || days >= mostDays) fail('register-too-long');
  const asked = await askedOf(ctx);
  const offset = (page - 1) * size;
  const unit = await ctx.db.selectFrom('unit').select('name').where('id', '=', ctx.unitId).executeTakeFirstOrThrow();
  const found = await listRegisterOf(ctx.db, asked, query, { limit: size, offset });
  const agency = committeeOf(unit.name);
  return {
    rows: found.rows.map((row, index) => lineOf(row, offset + index + 1, agency)),
    total: found.total,
    totalIsAtLeast: found.totalIsAtLeast,
    page,
    size,
  };
}

function lineOf(row: RegisterRecord, place: number, agency: string) {
  const notes = [row.isMissed ? lateNote : '', noteWords[row.state] ?? '', row.paperReason ?? ''];
  return {
    ...{ id: row.id, place, code: row.code, procedureName: row.procedureName, ownerName: row.ownerName },
    ...{ address: row.address ?? '', phone: row.phone, agency: row.resolvingAgency ?? agency },
    receivedAt: wireMoment(row.receivedAt),
    dueAt: findWireMoment(row.firstDueAt),
    newDueAt: findWireMoment(row.newDueAt),
    returnedAt: findWireMoment(row.returnedAt),
    way: wayWords[row.returnBy],
    signedFor: row.signedFor,
    note: notes.filter((note) => note !== '').join('; '),
  };
}
