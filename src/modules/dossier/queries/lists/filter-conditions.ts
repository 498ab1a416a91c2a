import { type RawBuilder, sql } from 'kysely';
import type { ListFilter } from '../../contract/reads.ts';
import type { Reader } from '../../domain/may-read.ts';
import { setAsideStates } from '../../domain/states.ts';
import { heldBy } from '../../visible.ts';

type Condition = RawBuilder<unknown>;

/** The conditions on dossiers `d` that a list was narrowed by, beside which list it is and who asks. */
export function filterConditions(filter: ListFilter, reader: Reader): readonly Condition[] {
  const conditions: Condition[] = [];
  const add = <V>(value: V | undefined, condition: (value: V) => Condition) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  add(filter.state, (state) =>
    setAsideStates.includes(state)
      ? sql`d.state = ${state} and d.state in ('refused', 'stopped', 'closed-no-supplement')`
      : state === 'returned'
        ? sql`d.state = 'returned'`
        : sql`d.live and d.state = ${state}`,
  );
  add(filter.field, (field) => sql`d.field = ${field}`);
  add(filter.procedure, (code) => sql`d.procedure_code = ${code}`);
  add(filter.departmentId, (id) => sql`d.department_id = ${id}`);
  add(filter.positionId, (id) => sql`d.position_id = ${id}`);
  add(filter.personId, (id) => sql`d.person_id = ${id}`);
  add(filter.channel, (channel) => sql`d.channel = ${channel}`);
  add(filter.source, (source) => sql`d.source = ${source}`);
  add(filter.from, (day) => sql`d.received_on >= ${day}`);
  add(filter.to, (day) => sql`d.received_on <= ${day}`);
  if (filter.mine === 'yes') conditions.push(heldBy(reader));
  return conditions;
}
