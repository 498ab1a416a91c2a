import { Tabs, Text } from '@mantine/core';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { getRendering } from '../../contract/evidence.ts';
import type { RenderedCell, RenderedFile, RenderedSheet } from '../../domain/rendered-file.ts';
import type { FileAt } from '../file-address.ts';

/** A Word or Excel file as text and tables. */
export function RenderedView({ at, name }: { at: FileAt; name: string }) {
  const found = useCall(
    getRendering,
    { params: at },
    { refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 1_500 : false) },
  );
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { state, reason, content } = found.data ?? {};
  if (state === 'refused') return <Text role="alert">{reason}</Text>;
  if (!content) return <Text role="status">Đang dựng bản xem của {name}…</Text>;
  return content.kind === 'sheets' ? <Sheets sheets={content.sheets} /> : <Words content={content} name={name} />;
}

type TextFile = Extract<RenderedFile, { kind: 'text' }>;

function Words({ content, name }: { content: TextFile; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="evidence-rendered" tabIndex={0} aria-label={name}>
      {content.blocks.map((block, index) => {
        const key = `${index}`;
        if (block.kind === 'table') return <Table key={key} rows={block.rows} />;
        return <p key={key}>{block.isBold ? <strong>{block.text}</strong> : block.text}</p>;
      })}
      {content.isCut && <Text c="dimmed">Chỉ hiện phần đầu. Xin tải về để xem hết.</Text>}
    </section>
  );
}

function Sheets({ sheets }: { sheets: readonly RenderedSheet[] }) {
  return (
    <Tabs defaultValue="0" keepMounted={false}>
      <Tabs.List aria-label="Các trang tính">
        {sheets.map((sheet, index) => (
          <Tabs.Tab key={sheet.name} value={String(index)}>
            {sheet.name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {sheets.map((sheet, index) => (
        <Tabs.Panel key={sheet.name} value={String(index)} pt="xs">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
          <section className="evidence-rendered" tabIndex={0} aria-label={sheet.name}>
            <Table rows={sheet.rows} />
            {sheet.isCut && <Text c="dimmed">Chỉ hiện phần đầu. Xin tải về để xem hết.</Text>}
          </section>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Table({ rows }: { rows: readonly (readonly RenderedCell[])[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move
          <tr key={at}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a file never move
              <td key={column} colSpan={cell.columns} rowSpan={cell.rows}>
                {cell.text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
