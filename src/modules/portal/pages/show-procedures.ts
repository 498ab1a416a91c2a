import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ProcedureContent } from '#modules/procedure/domain/procedure-content.ts';
import {
  findProcedureFor,
  lifeEvents,
  offeredFields,
  procedureRows,
  publicPlaces,
} from '#modules/procedure/queries.ts';
import type { Db } from '#server/db.ts';
import type { Html } from '#server/pages/layout.ts';
import { type Chosen, procedurePage } from './procedure.ts';
import { proceduresPage } from './procedures.ts';

interface Shown {
  readonly title: string;
  readonly body: Html;
}

type Asked = Readonly<Record<string, unknown>>;

const size = 40;

/** The search for a procedure, and what it found among those the unit offers. */
export async function showProcedures(
  db: Db,
  unitId: UnitId,
  asked: Asked,
  day: PlainDate,
  base: string,
): Promise<Shown> {
  const words = textIn(asked, 'tim');
  const field = textIn(asked, 'linh-vuc') || undefined;
  const events = await lifeEvents(db, unitId);
  const event = events.find((one) => one.isShown && one.code === textIn(asked, 'su-kien'));
  const page = Math.max(1, Math.min(1_000, Number.parseInt(textIn(asked, 'trang'), 10) || 1));
  const wanted = { day, words: words || undefined, field, event: event?.code, sort: undefined };
  const found = await procedureRows(db, unitId, { ...wanted, state: 'on', page, size });
  const fields = await offeredFields(db, unitId, day);
  return {
    title: 'Thủ tục hành chính',
    body: proceduresPage({ words, field, event, events, fields, ...found }, base),
  };
}

/** One procedure; undefined when there is none under the code. */
export async function showProcedure(
  db: Db,
  unitId: UnitId,
  code: string,
  asked: Asked,
  day: PlainDate,
  base: string,
): Promise<Shown | undefined> {
  if (!/^[0-9A-Za-z][0-9A-Za-z.-]{1,39}$/.test(code)) return undefined;
  const found = await findProcedureFor(db, unitId, code, day);
  if (!found || found.code !== code) return undefined;
  const places = await publicPlaces(db, unitId, found.receptionPointIds, day);
  return { title: found.name, body: procedurePage(found, places, chosenIn(asked, found.content, day), base) };
}

/** What the address chooses; what the procedure does not know is as if nothing was chosen. */
function chosenIn(asked: Asked, content: ProcedureContent, day: PlainDate): Chosen {
  const channel = content.channels.find((one) => one === textIn(asked, 'kenh')) ?? content.channels[0] ?? 'counter';
  const caseCode = content.cases.find((one) => one.code === textIn(asked, 'truong-hop'))?.code ?? null;
  const answers = content.questions.flatMap(({ code, options }) => {
    const answer = options.find((one) => one.code === textIn(asked, `hoi.${code}`));
    return answer ? [[code, answer.code] as const] : [];
  });
  return { channel, caseCode, answers: Object.fromEntries(answers), day };
}

function textIn(asked: Asked, name: string): string {
  const value = asked[name];
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
}
