import { listDepartments } from '#modules/org/contract/departments.ts';
import { listPositions } from '#modules/org/contract/positions.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import type { FilterField } from '#web/ui/filter-bar.tsx';
import { dossierStates } from '../../domain/states.ts';
import { stateWords } from '../../text/state-words.ts';

export type FilterName = 'state' | 'field' | 'departmentId' | 'positionId' | 'channel' | 'source';

const channels = [
  { value: 'counter', label: 'Trực tiếp' },
  { value: 'postal', label: 'Bưu chính' },
  { value: 'online', label: 'Trực tuyến' },
];
const sources = [
  { value: 'own', label: 'Tiếp nhận tại đây' },
  { value: 'imported', label: 'Nhập từ hệ thống của tỉnh' },
];

/** What lists of dossiers are narrowed by, in the order it is asked for. */
export function useListFields(): readonly FilterField<FilterName>[] {
  const departments = useChoices(listDepartments, (row) => row.name);
  const positions = useChoices(listPositions, (row) => row.title);
  return [
    {
      name: 'state',
      label: 'Trạng thái',
      options: dossierStates.map((value) => ({ value, label: stateWords[value] })),
    },
    { name: 'departmentId', label: 'Bộ phận', options: departments },
    { name: 'positionId', label: 'Người giữ', options: positions },
    { name: 'channel', label: 'Cách nộp', options: channels },
    { name: 'source', label: 'Nguồn', options: sources },
  ];
}
