import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { leadOf, type PlannedRole, type PostOfUnit, partsOfTask } from './lead-of.ts';

const id = (text: string) => text as Id;
const posts: readonly PostOfUnit[] = [
  { id: id('chair'), departmentId: null, leader: true },
  { id: id('clerk'), departmentId: id('office'), leader: false },
  { id: id('head'), departmentId: id('office'), leader: true },
  { id: id('justice'), departmentId: id('hall'), leader: false },
];
const role = (kind: PlannedRole['kind'], written: string, recordId?: string, more: Partial<PlannedRole> = {}) => ({
  role: 'lead' as const,
  roleText: '',
  written,
  kind,
  recordId: recordId === undefined ? null : id(recordId),
  ...more,
});

test.each<[string, readonly PlannedRole[], string | null, string | null, boolean]>([
  ['a post', [role('position', 'Tư pháp', 'justice')], 'justice', 'hall', false],
  ['a division by its leading post', [role('department', 'Văn phòng', 'office')], 'head', 'office', false],
  ['a division without one', [role('department', 'Một cửa', 'hall')], null, 'hall', false],
  ['a group', [role('group', 'UBND xã')], null, null, false],
  [
    'the first post among several',
    [role('group', 'UBND xã'), role('position', 'Tư pháp', 'justice')],
    'justice',
    'hall',
    false,
  ],
  ['a post that is no longer valid', [role('position', 'Cũ', 'gone')], null, null, false],
  ['others only', [role('external', 'Công an huyện')], null, null, true],
  ['others and a post', [role('external', 'Huyện'), role('position', 'Tư pháp', 'justice')], 'justice', 'hall', false],
  ['nobody named', [], null, null, false],
  ['a coordinator only', [role('position', 'Tư pháp', 'justice', { role: 'coordinator' })], null, null, false],
])('%s leads', (_, roles, positionId, departmentId, external) => {
  expect(leadOf(roles, posts)).toMatchObject({ positionId, departmentId, external });
});

test('the words of the plan stay', () => {
  expect(leadOf([role('group', 'UBND xã'), role('unknown', 'Ban A')], posts).name).toBe('UBND xã, Ban A');
});

test('who leads beside the first coordinates, each once', () => {
  const roles = [
    role('position', 'Tư pháp', 'justice'),
    role('group', 'UBND xã'),
    role('position', 'Tư pháp – Hộ tịch', 'justice', { role: 'coordinator' }),
    role('department', 'Văn phòng', 'office', { role: 'coordinator' }),
    role('department', 'VP', 'office', { role: 'coordinator' }),
    role('unknown', 'Ban A', undefined, { role: 'other', roleText: 'tổng hợp' }),
  ];
  expect(partsOfTask(roles, leadOf(roles, posts))).toEqual([
    { kind: 'group', positionId: null, departmentId: null, name: 'UBND xã' },
    { kind: 'department', positionId: null, departmentId: 'office', name: 'Văn phòng' },
    { kind: 'unknown', positionId: null, departmentId: null, name: 'Ban A (tổng hợp)' },
  ]);
});

test('the division whose leader leads does not coordinate itself', () => {
  const roles = [role('department', 'Văn phòng', 'office'), role('position', 'Công chức', 'clerk')];
  expect(partsOfTask(roles, leadOf(roles, posts)).map(({ name }) => name)).toEqual(['Công chức']);
});

test('a post that coordinates is kept as that post, also of the division that leads', () => {
  const roles = [
    role('department', 'Văn phòng', 'office'),
    role('position', 'Công chức', 'clerk', { role: 'coordinator' }),
    role('department', 'Văn phòng', 'office', { role: 'coordinator' }),
    role('department', 'Một cửa', 'hall'),
  ];
  expect(partsOfTask(roles, leadOf(roles, posts))).toEqual([
    { kind: 'position', positionId: 'clerk', departmentId: null, name: 'Công chức' },
    { kind: 'department', positionId: null, departmentId: 'office', name: 'Văn phòng' },
    { kind: 'department', positionId: null, departmentId: 'hall', name: 'Một cửa' },
  ]);
});
