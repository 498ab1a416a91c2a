import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { pageRows } from './page-rows.ts';
import type { RowPage, TableSource } from './table-source.ts';
import { type Asked, wordsOfAsked } from './use-asked.ts';

/** The rows a list shows, asked for by pages as they come into view. */
export interface ShownRows<Row> {
  readonly total: number;
  /** Undefined while its page is on its way. */
  readonly findRow: (index: number) => Row | undefined;
  /** Tells which rows are in view. */
  readonly want: (first: number, last: number) => void;
  /** True until the very first answer. */
  readonly isFirstLoad: boolean;
  /** True while the rows of an earlier question still stand. */
  readonly isStale: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Answered<Row> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

function askOf(asked: Asked, page: number) {
  return {
    ...wordsOfAsked(asked),
    page: page + 1,
    size: pageRows,
  };
}

export function useRows<Row>(source: TableSource<Row>, asked: Asked): ShownRows<Row> {
  const question = JSON.stringify([source.key, asked]);
  const [view, setView] = useState({ question, first: 0, last: 0 });
  const inView = view.question === question ? view : { first: 0, last: 0 };
  const wanted = [...new Set([0, ...range(inView.first, inView.last)])];
  const answers = useQueries({
    queries: wanted.map((page) => {
      const query = askOf(asked, page);
      return {
        queryKey: [...source.key, 'page', query],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<RowPage<Row>> => source.load(query, signal),
        staleTime: 30_000,
      };
    }),
  });
  const before = useRef<Answered<Row>>(undefined);
  const first = answers[0]?.data;
  const now = first && {
    total: first.total,
    pages: new Map(wanted.map((page, at) => [page, answers[at]?.data?.rows ?? []])),
  };
  if (now) before.current = now;
  const standing = now ?? before.current;
  const want = useCallback(
    (from: number, to: number) => {
      const next = { question, first: Math.floor(from / pageRows), last: Math.floor(to / pageRows) };
      setView((old) => (old.question === question && old.first === next.first && old.last === next.last ? old : next));
    },
    [question],
  );
  return {
    total: standing?.total ?? 0,
    findRow: (index) => standing?.pages.get(Math.floor(index / pageRows))?.[index % pageRows],
    want,
    isFirstLoad: standing === undefined,
    isStale: now === undefined,
    error: answers.find((answer) => answer.error)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
