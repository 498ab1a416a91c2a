import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { getImportDocument } from '../../contract/imports.ts';
import { showInPane } from './show-in-pane.ts';
import { SourceTable } from './source-table.tsx';

type Document = AnswerOf<typeof getImportDocument>;
type Line = Document['lines'][number];

interface PaneProps {
  readonly importId: Id;
  readonly unread: readonly number[];
  readonly lit: readonly number[];
  readonly onLine: (line: number) => void;
}

const most = 20_000;

/** The document as it was found: pages, paragraphs, tables; lit lines are scrolled to. */
export function DocumentPane({ importId, unread, lit, onLine }: PaneProps) {
  const document = useCall(
    getImportDocument,
    { params: { importId }, query: { from: 0, size: most } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const frame = useRef<HTMLDivElement>(null);
  const key = lit.join(',');
  const isThere = document.data !== undefined;
  useEffect(() => {
    const holder = frame.current;
    if (!holder || !isThere) return;
    for (const old of holder.querySelectorAll('[data-lit]')) old.removeAttribute('data-lit');
    const wanted = key === '' ? [] : key.split(',');
    for (const line of wanted) holder.querySelector(`[data-line="${line}"]`)?.setAttribute('data-lit', '');
    showInPane(holder.querySelector('[data-lit]'));
  }, [key, isThere]);
  if (document.error) return <ErrorState error={document.error} onRetry={() => void document.refetch()} />;
  if (!document.data) return <p className="page-note">Đang mở văn bản …</p>;
  const cut = document.data.total > document.data.lines.length;
  return (
    <div ref={frame} className="source" data-format={document.data.format}>
      <Pages document={document.data} unread={unread} onLine={onLine} />
      {cut && (
        <p className="page-note">
          Văn bản còn {document.data.total - document.data.lines.length} dòng nữa; mở tệp gốc để xem tiếp.
        </p>
      )}
    </div>
  );
}

/** Drawn once: what is lit changes by attribute, so that thousands of lines stay quick. */
const Pages = memo(
  function Pages({
    document,
    unread,
    onLine,
  }: {
    document: Document;
    unread: readonly number[];
    onLine: (line: number) => void;
  }) {
    const lines = useMemo(() => new Map(document.lines.map((line) => [line.id, line])), [document]);
    const marked = new Set(unread);
    const lineOf = (id: number): ReactNode => {
      const line = lines.get(id);
      return line && line.text.trim() !== '' ? (
        <LineButton key={id} line={line} isUnread={marked.has(id)} onLine={onLine} />
      ) : null;
    };
    let page: number | undefined;
    return document.blocks.map((block) => {
      const first = block.kind === 'paragraph' ? block.lines[0] : block.cells[0]?.lines[0];
      const its = first === undefined ? undefined : lines.get(first)?.page;
      const isNewPage = its !== undefined && its !== page;
      if (its !== undefined) page = its;
      return (
        <div key={block.kind === 'table' ? `t${block.table}` : `p${first}`}>
          {isNewPage && <p className="source-page">Trang {its}</p>}
          {block.kind === 'paragraph' ? (
            <p className="source-paragraph">{block.lines.map(lineOf)}</p>
          ) : (
            <SourceTable table={block} textOf={(id) => lines.get(id)?.text ?? ''} lineOf={lineOf} />
          )}
        </div>
      );
    });
  },
  (before, after) => before.document === after.document && before.unread.join() === after.unread.join(),
);

function LineButton({ line, isUnread, onLine }: { line: Line; isUnread: boolean; onLine: (line: number) => void }) {
  return (
    <button
      type="button"
      className="source-line"
      tabIndex={-1}
      data-line={line.id}
      data-bold={line.bold || undefined}
      data-unread={isUnread || undefined}
      onClick={() => onLine(line.id)}
    >
      {line.marker ? `${line.marker} ` : ''}
      {line.text}
    </button>
  );
}
