import type { QueryKey } from '@tanstack/react-query';
import { foldWords } from '#kernel/fold.ts';
import type { AnswerOf, AnyRoute, CallInput } from '#kernel/route.ts';
import { call } from '../../call.ts';
import { callKey } from '../../use-call.ts';

/** What a list asks of the server beside its filters; `sort` is a column id, with `-` before it for descending. */
export interface PageQuery {
  readonly q?: string;
  readonly sort?: string;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Of all rows that match, not only of this page. */
  readonly total: number;
}

/** Where a table takes its rows from. */
export interface TableSource<Row> {
  /** Changes when the filters change. */
  readonly key: QueryKey;
  load(page: PageQuery, signal?: AbortSignal): Promise<RowPage<Row>>;
}

type RowOf<Answer> = Answer extends RowPage<infer Row> ? Row : never;

/** Rows by pages from a list route that takes `q`, `sort`, `page` and `size` and answers `{ rows, total }`. */
export function routeSource<R extends AnyRoute>(route: R, input: CallInput<R> = {}): TableSource<RowOf<AnswerOf<R>>> {
  return {
    key: callKey(route, input),
    async load(page, signal) {
      const query = { ...(input.query as object | undefined), ...page } as CallInput<R>['query'];
      const answer = await call(route, { ...input, query }, { ...(signal && { signal }) });
      return answer as RowPage<RowOf<AnswerOf<R>>>;
    },
  };
}

type Values = Readonly<Record<string, string | number | null | undefined>>;

interface Known {
  readonly id: number;
  /** The last search and order, so that scrolling does not sort again. */
  last: { readonly asked: string; readonly found: readonly unknown[] } | undefined;
}

const known = new WeakMap<readonly unknown[], Known>();
let nextId = 1;

function knownOf(rows: readonly unknown[]): Known {
  const before = known.get(rows);
  if (before) return before;
  const made: Known = { id: nextId++, last: undefined };
  known.set(rows, made);
  return made;
}

const collator = new Intl.Collator('vi', { numeric: true });

function compare(x: Values[string], y: Values[string]): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return collator.compare(String(x ?? ''), String(y ?? ''));
}

/** The rows that hold the searched words, diacritics aside, in the order asked for. */
export function searchRows<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row) => Values,
  { q, sort }: { q?: string | undefined; sort?: string | undefined },
): readonly Row[] {
  const wanted = foldWords(q ?? '');
  const read = rows.map((row) => ({ row, values: valuesOf(row) }));
  const found =
    wanted === '' ? read : read.filter(({ values }) => foldWords(Object.values(values).join(' ')).includes(wanted));
  if (sort) {
    const column = sort.replace(/^-/, '');
    const turn = sort.startsWith('-') ? -1 : 1;
    found.sort((a, b) => turn * compare(a.values[column], b.values[column]));
  }
  return found.map(({ row }) => row);
}

/** Rows that are already here, searched and sorted by the texts or numbers named by column id. */
export function rowsSource<Row>(rows: readonly Row[], valuesOf: (row: Row) => Values): TableSource<Row> {
  const own = knownOf(rows);
  return {
    key: ['rows', own.id],
    async load({ q, sort, page, size }) {
      const asked = JSON.stringify([q, sort]);
      if (own.last?.asked !== asked) own.last = { asked, found: searchRows(rows, valuesOf, { q, sort }) };
      const found = own.last.found as readonly Row[];
      return { rows: found.slice((page - 1) * size, page * size), total: found.length };
    },
  };
}

const wholePage = 200;

/** All rows of a source with this search and order, for copying and printing; at most `most`. */
export async function loadAll<Row>(
  source: TableSource<Row>,
  asked: { readonly q?: string; readonly sort?: string },
  most = 20_000,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const answer = await source.load({ ...asked, page, size: wholePage });
    rows.push(...answer.rows);
    if (answer.rows.length === 0 || rows.length >= Math.min(answer.total, most)) return rows;
  }
}
