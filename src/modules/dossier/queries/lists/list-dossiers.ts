import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#server/db.ts';
import type { ListFilter } from '../../contract/reads.ts';
import { readSearch } from '../../domain/read-search.ts';
import { filterConditions } from './filter-conditions.ts';
import { type Asked, type ListRule, listRules } from './list-conditions.ts';
import { type DossierPage, pageInOrder, pageOfNewest, pageOfOwn, type Span } from './list-page.ts';
import { pageOfSearch } from './search-page.ts';

/** What a list is asked for: which list, narrowed by what, and words, a code or a number to be found. */
export interface ListQuery extends ListFilter {
  readonly q?: string | undefined;
}

type Sort = NonNullable<ListFilter['sort']>;

const sorts: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  due: sql`d.due_at, d.id`,
  '-due': sql`d.due_at desc nulls last, d.id desc`,
  received: sql`d.received_on, d.id`,
  '-received': sql`d.received_on desc, d.id desc`,
};
const usual: Readonly<Record<ListRule['order'], RawBuilder<unknown>>> = {
  due: sorts.due,
  answer: sql`d.answer_due_at, d.id`,
  received: sorts.received,
};

/** A page of a list for who asks. Lists of what is still live may be sorted; those that grow go newest first. */
export async function listDossiersOf(db: Db, by: Asked, query: ListQuery, span: Span): Promise<DossierPage> {
  const rule = listRules[query.list];
  const narrowing = filterConditions(query, by.reader);
  const asked = { ...by, isWhole: narrowing.length === 0 };
  const conditions = [rule.holds(asked), ...narrowing];
  const search = readSearch(query.q ?? '');
  if (search.kind !== 'nothing') return pageOfSearch(db, asked, conditions, search, span);
  if (rule.grows) return pageOfNewest(db, asked, conditions, span);
  const page = asked.reader.all ? pageInOrder : pageOfOwn;
  return page(db, asked, conditions, query.sort === undefined ? usual[rule.order] : sorts[query.sort], span);
}
