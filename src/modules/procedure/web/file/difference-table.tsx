import { Title } from '@mantine/core';
import type { AnswerOf } from '#kernel/route.ts';
import type { readCatalogue } from '../../contract/files.ts';
import { codeWords, headingOf } from '../../text.ts';
import { type StackRow, StackTable } from '../stack-table.tsx';

type Difference = AnswerOf<typeof readCatalogue>['differences'][number];

const whatWords = { added: 'Mới', changed: 'Thay đổi', abolished: 'Bãi bỏ', missing: 'Không có trong tệp' } as const;

/** What the file would change: each procedure, and old and new value of each field. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <section aria-label="Khác danh mục đang có">
      <Title order={2} size="h3" mt="lg" mb="xs">
        Khác danh mục đang có
      </Title>
      <StackTable
        label="Khác danh mục đang có"
        heads={['Thủ tục', 'Sẽ', 'Mục', 'Đang có', 'Trong tệp']}
        rows={differences.flatMap(linesOf)}
      />
    </section>
  );
}

/** A line for each field that differs; the procedure is named on the first. */
function linesOf({ what, row, code, name, fields }: Difference): StackRow[] {
  const title = `${name} (${codeWords(code)})${row > 0 ? `, dòng ${row}` : ''}`;
  if (fields.length === 0) return [{ key: `${what}${code}`, cells: [title, whatWords[what]] }];
  return fields.map((field, index) => ({
    key: `${what}${code}${field.column}`,
    cells: [
      ...(index === 0 ? [title, whatWords[what]] : ['', '']),
      headingOf(field.column),
      field.before || '(không ghi)',
      field.after || '(không ghi)',
    ],
  }));
}
