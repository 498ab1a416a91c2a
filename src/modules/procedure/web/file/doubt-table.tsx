import { Title } from '@mantine/core';
import type { AnswerOf } from '#kernel/route.ts';
import type { readCatalogue } from '../../contract/files.ts';

/** Each cell that was not understood, with its address. */
export function DoubtTable({ reading }: { reading: AnswerOf<typeof readCatalogue> }) {
  const { doubts, doubtCount } = reading;
  if (doubtCount === 0) return null;
  return (
    <section aria-label="Chỗ chưa hiểu">
      <Title order={2} size="h3" mt="lg" mb="xs">
        Chỗ chưa hiểu ({doubtCount})
      </Title>
      <div className="procedure-wide">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Ô</th>
              <th scope="col">Cột</th>
              <th scope="col">Đang ghi</th>
              <th scope="col">Vì sao</th>
            </tr>
          </thead>
          <tbody>
            {doubts.map((one) => (
              <tr key={`${one.cell}${one.message}`}>
                <td>{one.cell}</td>
                <td>{one.column}</td>
                <td>{one.value || '(trống)'}</td>
                <td>{one.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
