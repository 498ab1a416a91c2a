import { Text } from '@mantine/core';
import type { Column } from '#web/ui/table/column.ts';
import { stateWords } from '../../text/state-words.ts';
import { bearerText } from '../shared/bearer-text.ts';
import { DueCell, dueText } from '../shared/due-cell.tsx';
import type { ObligationRow } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';

const urgencyWords = { normal: '', urgent: 'Khẩn', immediate: 'Hỏa tốc' } as const;

export const trackColumns: readonly Column<ObligationRow>[] = [
  {
    id: 'title',
    title: 'Sản phẩm',
    isMain: true,
    canSort: true,
    width: 18,
    text: (row) => [row.title, row.periodWords].filter(Boolean).join(', '),
  },
  { id: 'place', title: 'Mục', width: 6, canSort: true, text: (row) => row.place },
  {
    id: 'bearer',
    title: 'Chịu trách nhiệm',
    width: 13,
    text: (row) => bearerText(row.bearer),
    cell: (row) => (
      <Text span inherit {...(row.bearer.empty && { c: 'red.8', fw: 600 })}>
        {bearerText(row.bearer)}
      </Text>
    ),
  },
  { id: 'due', title: 'Hạn', width: 10, canSort: true, text: dueText, cell: (row) => <DueCell row={row} /> },
  {
    id: 'state',
    title: 'Trạng thái',
    width: 10,
    canSort: true,
    text: (row) => stateWords[row.state],
    cell: (row) => <StateBadge state={row.state} />,
  },
  { id: 'task', title: 'Nhiệm vụ', width: 18, isHidden: true, text: (row) => row.task },
  { id: 'urgency', title: 'Mức khẩn', width: 6, isHidden: true, text: (row) => urgencyWords[row.urgency] },
];
