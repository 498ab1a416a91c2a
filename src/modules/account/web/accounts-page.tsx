import './account.css';
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatMoment } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { getAccountChoices, listAccounts } from '../contract/administration.ts';
import { AccountState, stateWords } from './account-state.tsx';
import { roleWords } from './role-words.ts';

type Row = AnswerOf<typeof listAccounts>['rows'][number];

const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Họ tên', text: (row) => row.name, isMain: true, canSort: true, width: 12 },
  { id: 'username', title: 'Tên đăng nhập', text: (row) => row.username, canSort: true, width: 9.5 },
  {
    id: 'roles',
    title: 'Vai trò hôm nay',
    text: (row) => row.roles.map(roleWords).join('; ') || 'Chưa có',
  },
  {
    id: 'state',
    title: 'Trạng thái',
    text: stateWords,
    cell: (row) => <AccountState account={row} />,
    width: 10.5,
  },
  {
    id: 'twoFactor',
    title: 'Hai lớp',
    text: (row) => (row.twoFactor ? 'Đang bật' : 'Chưa bật'),
    width: 6,
  },
  {
    id: 'signedInAt',
    title: 'Lần cuối',
    text: (row) => (row.signedInAt ? formatMoment(row.signedInAt) : '–'),
    canSort: true,
    width: 8.5,
  },
  { id: 'email', title: 'Thư điện tử', text: (row) => row.email ?? '–', isHidden: true, width: 14 },
];

/** All accounts of the unit. */
export function Component() {
  const filters = useFilters(['state', 'role']);
  const choices = useCall(getAccountChoices);
  const roles = choices.data?.roles ?? [];
  const add = (
    <Button component={Link} to="/quan-tri/tai-khoan/tao" leftSection={<IconUserPlus size={18} stroke={1.6} />}>
      Tạo tài khoản
    </Button>
  );
  return (
    <>
      <PageHeader title="Tài khoản" note="Ai được đăng nhập, với vai trò nào, từ ngày nào." actions={add} />
      <DataTable
        title="Tài khoản của đơn vị"
        name="accounts"
        source={routeSource(listAccounts, { query: filters.values as never })}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/quan-tri/tai-khoan/${row.id}`}
        isFiltered={filters.isFiltered}
        filters={
          <FilterBar
            filters={filters}
            fields={[
              {
                name: 'state',
                label: 'Trạng thái',
                options: [
                  { value: 'active', label: 'Đang dùng' },
                  { value: 'disabled', label: 'Đã ngừng' },
                ],
              },
              {
                name: 'role',
                label: 'Vai trò',
                options: roles.map((role) => ({ value: role.code, label: role.name })),
              },
            ]}
          />
        }
        empty={{
          title: 'Chưa có tài khoản nào',
          text: 'Mỗi cán bộ, công chức dùng hệ thống có một tài khoản riêng. Tạo tài khoản rồi đưa mật khẩu tạm cho người đó.',
          action: add,
        }}
      />
    </>
  );
}
