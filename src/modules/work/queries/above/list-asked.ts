import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { type Figure, type FigureOperator, type Gap, gapOfDays, gapOfFigures } from '../../domain/above-gap.ts';
import { type Answering, type Comparison, compareAbove } from '../../domain/compare-above.ts';

interface FigureColumns {
  readonly measure: string | null;
  readonly operator: FigureOperator | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly aspiration: boolean;
}

interface LinkRecord extends FigureColumns {
  readonly id: Id;
  readonly kind: 'task' | 'target';
  readonly oursId: Id;
  readonly place: string;
  readonly content: string;
  readonly due: PlainDate | null;
  readonly difference: string | null;
  readonly reason: string | null;
  readonly ended: boolean;
}

interface AskedRecord extends FigureColumns {
  readonly id: Id;
  readonly kind: 'task' | 'target';
  readonly plan: {
    readonly id: Id;
    readonly year: number;
    readonly title: string;
    readonly issuer: string;
    readonly number: string;
    readonly day: PlainDate | null;
  };
  readonly place: string;
  readonly content: string;
  readonly due: PlainDate | null;
  readonly dueText: string;
  readonly gone: boolean;
  readonly absentReason: string | null;
  readonly version: number;
  readonly links: readonly LinkRecord[];
}

/** A figure with what it measures. */
export type MeasuredFigure = Figure & { readonly measure: string };

/** Something of ours that carries out what is asked, compared with it. */
export interface OursOfAsked extends Answering, Omit<LinkRecord, keyof FigureColumns> {
  readonly figure: MeasuredFigure | null;
}

/** One thing a higher plan asks, with what of ours carries it out. */
export interface Asked extends Omit<AskedRecord, keyof FigureColumns | 'links'> {
  readonly figure: MeasuredFigure | null;
  readonly comparison: Comparison;
  readonly ours: readonly OursOfAsked[];
}

/** So many are looked at in all: far more than the plans of all levels above ask in a year. */
const mostAsked = 5_000;

const links = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'difference', l.difference, 'reason', l.reason,
      'kind', case when l.task_id is null then 'target' else 'task' end, 'oursId', coalesce(l.task_id, l.target_id),
      'place', coalesce(t.place, g.section, ''),
      'content', coalesce(t.content, g.content, 'Chỉ tiêu không còn trong kế hoạch'),
      'due', (select max(o.due) from obligation o where o.unit_id = l.unit_id and o.task_id = l.task_id and o.stage <> 'void'),
      'measure', g.measure, 'operator', g.operator, 'value', g.value, 'unit', g.value_unit,
      'aspiration', coalesce(g.aspiration, false),
      'ended', case when l.task_id is null then g.id is null else t.dropped_by is not null end)
    order by l.position, l.id), '[]')
  from above_link l
  left join work_task t on t.unit_id = l.unit_id and t.id = l.task_id
  left join (plan_target g join plan p on p.unit_id = g.unit_id and p.id = g.plan_id
      and g.from_version <= p.version and g.to_version > p.version)
    on g.unit_id = l.unit_id and g.id = l.target_id
  where l.unit_id = i.unit_id and l.item_id = i.id)`;

/** All of a year, one thing, or what one task of ours carries out, with further ones by id. */
export type Which =
  | { readonly year: number }
  | { readonly itemId: Id }
  | { readonly taskId: Id; readonly itemIds?: readonly Id[] };

function conditionOf(which: Which): RawBuilder<unknown> {
  if ('year' in which) return sql`a.year = ${which.year}`;
  if ('itemId' in which) return sql`i.id = ${which.itemId}`;
  return sql`(i.id = any(${[...(which.itemIds ?? [])]}::uuid[]) or exists (select from above_link k
    where k.unit_id = i.unit_id and k.item_id = i.id and k.task_id = ${which.taskId}))`;
}

/** What the higher plans of a year ask, or one thing, or only what one task of ours carries out, each compared with ours. */
export async function listAsked(db: Db, unitId: UnitId, which: Which): Promise<readonly Asked[]> {
  return asked(db, unitId, which, sql`order by a.created_at, a.id, i.kind, i.position, i.id limit ${mostAsked}`);
}

/** The same for a change, each locked, by id for everybody. What was changed in between has another version. */
export async function lockAsked(db: Db, unitId: UnitId, which: Which): Promise<readonly Asked[]> {
  return asked(db, unitId, which, sql`order by i.id limit ${mostAsked} for update of i`);
}

async function asked(db: Db, unitId: UnitId, which: Which, order: RawBuilder<unknown>): Promise<readonly Asked[]> {
  const { rows } = await sql<AskedRecord>`
    select i.id, i.kind, jsonb_build_object('id', a.id, 'year', a.year, 'title', a.title, 'issuer', a.issuer, 'number', a.number, 'day', a.day)
        as plan, i.place, i.content, i.measure, i.operator, i.value::float8 as value, i.value_unit as unit, i.aspiration, i.due,
      i.due_text as "dueText", i.gone, i.absent_reason as "absentReason", i.version, ${links} as links
    from above_item i join above_plan a on a.unit_id = i.unit_id and a.id = i.above_plan_id
    where i.unit_id = ${unitId} and ${conditionOf(which)} ${order}`.execute(db);
  return rows.map(askedOf);
}

function askedOf({ measure, operator, value, unit, aspiration, links: found, ...asked }: AskedRecord): Asked {
  const figure = figureOf({ measure, operator, value, unit, aspiration });
  const ours = found.map((link) => oursOf(link, { figure, due: asked.due }));
  return { ...asked, figure, ours, comparison: compareAbove(asked, ours) };
}

function oursOf(
  { measure, operator, value, unit, aspiration, ...link }: LinkRecord,
  asked: Pick<Asked, 'figure' | 'due'>,
): OursOfAsked {
  const figure = figureOf({ measure, operator, value, unit, aspiration });
  return { ...link, figure, gap: gapOf(asked, { ...link, figure }) };
}

function gapOf(asked: Pick<Asked, 'figure' | 'due'>, ours: Pick<OursOfAsked, 'kind' | 'figure' | 'due'>): Gap | null {
  if (ours.kind === 'task') return gapOfDays(asked.due, ours.due);
  return asked.figure && ours.figure ? gapOfFigures(asked.figure, ours.figure) : null;
}

function figureOf({ measure, operator, value, unit, aspiration }: FigureColumns): MeasuredFigure | null {
  if (operator === null || value === null) return null;
  return { measure: measure ?? '', operator, value: Number(value), unit: unit ?? '', aspiration };
}
