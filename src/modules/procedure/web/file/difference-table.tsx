import { Title } from '@mantine/core';
import type { AnswerOf } from '#kernel/route.ts';
import type { readCatalogue } from '../../contract/files.ts';
import { codeWords, headingOf } from '../../text.ts';

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
      <div className="procedure-wide">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Thủ tục</th>
              <th scope="col">Sẽ</th>
              <th scope="col">Mục</th>
              <th scope="col">Đang có</th>
              <th scope="col">Trong tệp</th>
            </tr>
          </thead>
          <tbody>{differences.map((one) => linesOf(one))}</tbody>
        </table>
      </div>
    </section>
  );
}

function linesOf({ what, row, code, name, fields }: Difference) {
  const shown = fields.length > 0 ? fields : [undefined];
  return shown.map((field, index) => (
    <tr key={`${what}${code}${field?.column}`}>
      {index === 0 && (
        <>
          <td rowSpan={shown.length}>
            {name} ({codeWords(code)}){row > 0 && `, dòng ${row}`}
          </td>
          <td rowSpan={shown.length}>{whatWords[what]}</td>
        </>
      )}
      <td>{field && headingOf(field.column)}</td>
      <td>{field?.before}</td>
      <td>{field?.after}</td>
    </tr>
  ));
}
