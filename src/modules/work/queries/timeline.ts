import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { JournalAct } from '../domain/acts.ts';
import type { Stage } from '../domain/states.ts';
import { journalWords } from '../text/state-words.ts';

interface ActRecord {
  readonly id: Id;
  readonly act: string;
  readonly at: string;
  readonly day: PlainDate;
  readonly by: string;
  readonly insteadOf: string | null;
  readonly reason: string | null;
  readonly toStage: Stage;
  readonly dueBefore: PlainDate | null;
  readonly dueAfter: PlainDate | null;
  readonly document: string | null;
}

export interface TimelineEntry extends Omit<ActRecord, 'dueBefore' | 'dueAfter' | 'document'> {
  /** What was done, as the rest of the sentence that begins with who did it. */
  readonly words: string;
}

/** Every act on an obligation in words, the newest first. */
export async function listTimeline(db: Db, unitId: UnitId, obligationId: Id): Promise<TimelineEntry[]> {
  const { rows } = await sql<ActRecord>`
    select a.id, a.act, a.at, a.day, a.by_name as by, a.instead_of as "insteadOf", a.reason, a.to_stage as "toStage",
      a.due_before as "dueBefore", a.due_after as "dueAfter",
      case when e.kind = 'document' then e.number || '/' || e.symbol else e.title end as document
    from obligation_act a left join evidence e on e.unit_id = a.unit_id and e.id = a.evidence_id
    where a.unit_id = ${unitId} and a.obligation_id = ${obligationId} order by a.at desc, a.id desc`.execute(db);
  return rows.map(({ dueBefore, dueAfter, document, ...act }) => ({
    ...act,
    words: [journalWords[act.act as JournalAct] ?? act.act, movedWords(dueBefore, dueAfter), documentWords(document)]
      .filter((words) => words !== '')
      .join(', '),
  }));
}

function movedWords(before: PlainDate | null, after: PlainDate | null): string {
  if (before === after) return '';
  if (before === null) return after === null ? '' : `hạn ${formatDate(after)}`;
  return after === null ? `bỏ hạn ${formatDate(before)}` : `hạn từ ${formatDate(before)} thành ${formatDate(after)}`;
}

function documentWords(document: string | null): string {
  return document ? `theo ${document}` : '';
}
