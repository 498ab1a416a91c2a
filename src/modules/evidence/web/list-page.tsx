import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import { useMay } from '#web/shell/session.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { listEvidence } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { scanWords } from './scan-words.ts';

const columns: readonly Column<EvidenceRow>[] = [
  { id: 'name', title: 'Số, ngày hoặc tên', isMain: true, width: 15, text: (row) => row.name },
  {
    id: 'title',
    title: 'Trích yếu',
    text: (row) =>
      row.level === 'secret' ? 'Văn bản mật: chỉ ghi số và ngày' : row.kind === 'document' ? row.title : '',
  },
  { id: 'signer', title: 'Người ký', width: 9, text: (row) => row.signer ?? '' },
  { id: 'issuer', title: 'Cơ quan ban hành', isHidden: true, width: 12, text: (row) => row.issuer ?? 'Đơn vị' },
  {
    id: 'file',
    title: 'Tệp',
    width: 12,
    text: (row) => row.file?.name ?? 'Chưa có tệp',
    cell: (row) =>
      row.file?.scan === 'infected' ? (
        <StatusBadge tone={scanWords.infected.tone}>{scanWords.infected.words}</StatusBadge>
      ) : (
        (row.file?.name ?? 'Chưa có tệp')
      ),
  },
  { id: 'by', title: 'Người nhập', width: 9, isWideOnly: true, text: (row) => row.createdByName },
  {
    id: 'at',
    title: 'Ngày nhập',
    width: 6.5,
    isWideOnly: true,
    text: (row) => formatDate(dayInVietnam(Date.parse(row.createdAt))),
  },
];

function isKind(text: string | undefined): text is EvidenceRow['kind'] {
  return text === 'document' || text === 'file';
}

/** All evidence this person may read. */
export function Component() {
  const filters = useFilters(['kind', 'mine']);
  const mayAdd = useMay()('evidence.add');
  const navigate = useNavigate();
  const [entering, setEntering] = useState<'document' | 'file'>();
  const { kind, mine } = filters.values;
  const source = useMemo(() => {
    const query = { ...(isKind(kind) && { kind }), ...(mine === 'yes' && { mine: 'yes' as const }) };
    return routeSource(listEvidence, { query });
  }, [kind, mine]);
  return (
    <>
      <PageHeader
        title="Minh chứng"
        note="Văn bản đã ban hành và tệp chứng minh kết quả: nhập một lần, dùng cho mọi nhiệm vụ, báo cáo."
        actions={
          mayAdd && (
            <>
              <Button onClick={() => setEntering('document')}>Nhập văn bản</Button>
              <Button variant="default" onClick={() => setEntering('file')}>
                Đưa tệp lên
              </Button>
            </>
          )
        }
      />
      <DataTable
        title="Minh chứng"
        name="evidence"
        source={source}
        columns={columns}
        keyOf={(row) => row.id}
        toOf={(row) => `/minh-chung/${row.id}`}
        isFiltered={filters.isFiltered}
        filters={
          <FilterBar
            filters={filters}
            fields={[
              {
                name: 'kind',
                label: 'Loại',
                options: [
                  { value: 'document', label: 'Văn bản' },
                  { value: 'file', label: 'Tệp' },
                ],
              },
              { name: 'mine', label: 'Người nhập', options: [{ value: 'yes', label: 'Tôi nhập' }] },
            ]}
          />
        }
        empty={{
          title: 'Chưa có minh chứng nào',
          text: 'Văn bản đã ban hành và tệp nộp kèm nhiệm vụ hiện ở đây. Bấm “Nhập văn bản” để bắt đầu.',
        }}
      />
      {entering && (
        <EnterDialog
          kind={entering}
          onDone={(evidence) => void navigate(`/minh-chung/${evidence.id}`)}
          onClose={() => setEntering(undefined)}
        />
      )}
    </>
  );
}
