import { Title } from '@mantine/core';
import type { AnswerOf } from '#kernel/route.ts';
import type { readCatalogue } from '../../contract/files.ts';
import { StackTable } from '../stack-table.tsx';

/** Each cell that was not understood, with its address. */
export function DoubtTable({ reading }: { reading: AnswerOf<typeof readCatalogue> }) {
  const { doubts, doubtCount } = reading;
  if (doubtCount === 0) return null;
  return (
    <section aria-label="Chỗ chưa hiểu">
      <Title order={2} size="h3" mt="lg" mb="xs">
        Chỗ chưa hiểu ({doubtCount})
      </Title>
      <StackTable
        label="Chỗ chưa hiểu"
        heads={['Ô', 'Cột', 'Đang ghi', 'Vì sao']}
        rows={doubts.map((one) => ({
          key: `${one.cell}${one.message}`,
          cells: [one.cell, one.column, one.value || '(trống)', one.message],
        }))}
      />
    </section>
  );
}
