import './table.css';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useState } from 'react';
import { copyText } from '../../copy-text.ts';
import { notify } from '../../notices.ts';
import { useSession } from '../../shell/session.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import type { Column } from './column.ts';
import { PrintSheet } from './print-sheet.tsx';
import { RowCards } from './row-cards.tsx';
import { RowTable } from './row-table.tsx';
import { SearchBox } from './search-box.tsx';
import { ColumnMenu, SendMenu } from './table-menus.tsx';
import { loadAll, type TableSource } from './table-source.ts';
import { type Asked, useAsked, wordsOfAsked } from './use-asked.ts';
import { useColumns } from './use-columns.ts';
import { useRows } from './use-rows.ts';
import { zaloText } from './zalo-text.ts';

export interface DataTableProps<Row> {
  /** Names the list on paper and in chats, and to screen readers. */
  readonly title: string;
  /** Short and unique; the chosen columns are remembered under it. */
  readonly name: string;
  /** From `routeSource` (pages of the server) or `rowsSource` (rows already here). */
  readonly source: TableSource<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Where Enter, a click and the naming cell lead. */
  readonly toOf?: (row: Row) => string;
  /** What belongs into this list and how to begin; shown when nothing is filtered and there is nothing. */
  readonly empty: { readonly title: string; readonly text: string; readonly action?: ReactNode };
  /** A `FilterBar`. */
  readonly filters?: ReactNode;
  /** True when a filter is set: an empty list then says that nothing matches. */
  readonly isFiltered?: boolean;
  /** Address of the Excel of exactly this list; undefined when what is searched for must not stand in one. */
  readonly excelHref?: (asked: Asked) => string | undefined;
  /** The list cannot be searched by words. */
  readonly isUnsearched?: boolean;
  /** Keeps search and order out of the address: for a second list on a page. */
  readonly isInner?: boolean;
}

const phone = '(max-width: 47.99em)';

/** The one list of the staff site: dense table at a desk, cards on a phone, the same search, order and ways out. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { title, columns, source, keyOf, toOf, excelHref } = props;
  const { unit, today } = useSession();
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const [asked, setAsked] = useAsked(!props.isInner);
  const rows = useRows(source, asked);
  const chosen = useColumns(props.name, columns);
  const [isBusy, setBusy] = useState(false);
  const [printed, setPrinted] = useState<readonly Row[]>();
  const endPrint = useCallback(() => setPrinted(undefined), []);
  async function withAll(use: (all: readonly Row[]) => Promise<void> | void) {
    setBusy(true);
    try {
      await use(await loadAll(source, wordsOfAsked(asked)));
    } catch (error) {
      notify('error', error instanceof Error ? error.message : 'Chưa lấy đủ danh sách. Hãy thử lại.');
    } finally {
      setBusy(false);
    }
  }
  async function copy(all: readonly Row[]) {
    await copyText(zaloText(title, today, chosen.shown, all));
    notify('done', `Đã sao chép ${all.length} mục. Mở Zalo và dán vào ô trò chuyện.`);
  }
  const isAsked = asked.search !== '' || props.isFiltered === true;
  const body = { label: title, columns: chosen.shown, rows, toOf };
  return (
    <section className="list" aria-label={title}>
      <div className="list-bar">
        {!props.isUnsearched && <SearchBox value={asked.search} onChange={(search) => setAsked({ search })} />}
        {props.filters}
        <span className="list-count" role="status">
          {rows.isFirstLoad ? '' : `${rows.total.toLocaleString('vi-VN')} dòng`}
        </span>
        <ColumnMenu columns={columns} isShown={chosen.isShown} onToggle={chosen.toggle} />
        <SendMenu
          excelHref={excelHref?.(asked)}
          isBusy={isBusy}
          onCopy={() => void withAll(copy)}
          onPrint={() => void withAll(setPrinted)}
        />
      </div>
      {rows.error && <ErrorState error={rows.error} onRetry={rows.retry} />}
      {rows.isFirstLoad && !rows.error && <div className="list-wait">Đang lấy danh sách…</div>}
      {!rows.isFirstLoad && rows.total === 0 && isAsked && (
        <EmptyState title="Không có dòng nào khớp" text="Hãy bớt chữ tìm kiếm hoặc bỏ bộ lọc.">
          {asked.search !== '' && (
            <Button variant="default" onClick={() => setAsked({ search: '' })}>
              Xóa tìm kiếm
            </Button>
          )}
        </EmptyState>
      )}
      {!rows.isFirstLoad && rows.total === 0 && !isAsked && (
        <EmptyState title={props.empty.title} text={props.empty.text}>
          {props.empty.action}
        </EmptyState>
      )}
      {rows.total > 0 && isPhone && <RowCards {...body} />}
      {rows.total > 0 && !isPhone && <RowTable {...body} sort={asked.sort} onSort={(sort) => setAsked({ sort })} />}
      {printed && (
        <PrintSheet
          unit={unit.name}
          title={title}
          today={today}
          columns={chosen.shown}
          rows={printed}
          keyOf={keyOf}
          onDone={endPrint}
        />
      )}
    </section>
  );
}
