import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { readTerm } from '#kernel/term.ts';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useSend } from '#web/use-send.ts';
import { exportPaths } from '../contract/imports.ts';
import { addExamples, createProcess, listProcesses, type ProcessRow } from '../contract/processes.ts';
import { sourceNames, stateNames } from '../text/names.ts';

function standText({ inForce, shown }: ProcessRow): string {
  if (inForce) return `Đã ban hành, bản ${inForce.number}`;
  return shown.source === 'example'
    ? `Ví dụ của ${shown.exampleOf ?? ''}`
    : `${stateNames[shown.state]} · ${sourceNames[shown.source]}`;
}

function findingText({ errors, warnings }: ProcessRow): string {
  if (errors + warnings === 0) return 'Không có điểm phải xem';
  return [errors > 0 && `${errors} lỗi`, warnings > 0 && `${warnings} điểm cần xem`].filter(Boolean).join(', ');
}

const columns: readonly Column<ProcessRow>[] = [
  { id: 'name', title: 'Quy trình', isMain: true, canSort: true, width: 20, text: (row) => row.name },
  {
    id: 'procedureCode',
    title: 'Mã thủ tục',
    canSort: true,
    width: 9,
    text: (row) => [row.procedureCode, row.caseCode].filter(Boolean).join(' · '),
  },
  { id: 'steps', title: 'Số bước', width: 6, align: 'right', text: (row) => String(row.shown.stepCount) },
  {
    id: 'state',
    title: 'Hiệu lực',
    width: 14,
    text: standText,
    cell: (row) => <StatusBadge tone={row.inForce ? 'done' : 'none'}>{standText(row)}</StatusBadge>,
  },
  {
    id: 'findings',
    title: 'Kiểm tra',
    width: 12,
    text: findingText,
    cell: (row) => (
      <StatusBadge tone={row.errors > 0 ? 'error' : row.warnings > 0 ? 'doubt' : 'done'}>
        {findingText(row)}
      </StatusBadge>
    ),
  },
];

const states = [
  { value: 'in-force', label: 'Đã ban hành' },
  { value: 'draft', label: 'Bản thảo' },
  { value: 'example', label: 'Ví dụ của tỉnh khác' },
];

/** *Quy trình nội bộ*: by procedure, with what must be looked at. */
export function Component() {
  const may = useMay();
  const filters = useFilters(['state']);
  const { state } = filters.values;
  const source = useMemo(() => routeSource(listProcesses, { query: { ...(state && { state }) } as never }), [state]);
  const [isMaking, setMaking] = useState(false);
  const examples = useSend(addExamples);
  return (
    <>
      <PageHeader
        title="Quy trình nội bộ"
        note="Mỗi thủ tục giải quyết qua những bước nào, ai làm, bao lâu. Thủ tục chưa có quy trình dùng quy trình mặc định."
        actions={
          may('process.manage') && (
            <>
              <Button onClick={() => setMaking(true)}>Tạo quy trình</Button>
              <Button
                variant="default"
                loading={examples.isPending}
                onClick={() =>
                  examples.mutate(
                    { body: {} },
                    { onSuccess: ({ added }) => notify('done', `Đã thêm ${added} quy trình ví dụ.`) },
                  )
                }
              >
                Thêm ví dụ
              </Button>
            </>
          )
        }
      />
      <DataTable
        title="Quy trình nội bộ"
        name="processes"
        source={source}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/quy-trinh/${row.shown.id}`}
        filters={<FilterBar filters={filters} fields={[{ name: 'state', label: 'Hiệu lực', options: states }]} />}
        isFiltered={filters.isFiltered}
        excelHref={() => exportPaths.excel}
        empty={{
          title: 'Chưa có quy trình nào',
          text: 'Tạo quy trình cho một thủ tục; khi chưa có, máy dùng quy trình mặc định.',
        }}
      />
      {isMaking && <MakeDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function MakeDialog({ onClose }: { onClose: () => void }) {
  const [procedureCode, setCode] = useState('');
  const [name, setName] = useState('');
  const [time, setTime] = useState('');
  const send = useSend(createProcess);
  const navigate = useNavigate();
  const term = readTerm(time);
  const isUnread = time.trim() !== '' && term === undefined;
  return (
    <Modal opened onClose={onClose} title="Tạo quy trình">
      <Stack gap="sm">
        <TextInput
          label="Mã thủ tục"
          required
          placeholder="1.001193"
          value={procedureCode}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          label="Tên quy trình"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Tổng thời gian (để trống: theo danh mục)"
          placeholder="5 ngày làm việc"
          error={
            isUnread ? 'Xin ghi số và đơn vị, ví dụ: 5 ngày làm việc, 0,5 ngày làm việc, 8 giờ làm việc.' : undefined
          }
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        {send.error && (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button
            disabled={procedureCode.trim() === '' || name.trim().length < 3 || isUnread}
            loading={send.isPending}
            onClick={() =>
              send.mutate(
                { body: { procedureCode: procedureCode.trim(), name: name.trim(), ...(term && { term }) } },
                { onSuccess: ({ versionId }) => navigate(`/quy-trinh/${versionId}`) },
              )
            }
          >
            Tạo bản thảo
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
