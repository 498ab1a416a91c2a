import '../dossier.css';
import { Anchor, Button, Switch, UnstyledButton } from '@mantine/core';
import '@mantine/core/styles/Switch.css';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '#kernel/route.ts';
import { ReasonDialog } from '#modules/work/web/shared/reason-dialog.tsx';
import { notify } from '#web/notices.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { explainFinding, listFindings, listReprojections, scanNow } from '../../contract/watch.ts';
import { findingKinds } from '../../domain/watch/finding-kinds.ts';
import { findingNames } from '../../text/finding-words.ts';
import { momentText } from '../shared/moment-text.ts';

type Row = AnswerOf<typeof listFindings>['rows'][number];

function columnsOf(onExplain: (row: Row) => void): readonly Column<Row>[] {
  return [
    {
      id: 'code',
      title: 'Hồ sơ',
      isMain: true,
      width: 12,
      text: (row) => row.code ?? 'Chưa có mã',
      cell: (row) => (
        <Anchor component={Link} to={`/ho-so/${row.dossierId}`}>
          {row.code ?? 'Chưa có mã'}
        </Anchor>
      ),
    },
    { id: 'kind', title: 'Dấu hiệu', width: 12, text: (row) => findingNames[row.kind] },
    { id: 'words', title: 'Phát hiện', width: 24, text: (row) => row.words },
    { id: 'holder', title: 'Đang giữ', width: 11, text: (row) => row.holderName },
    { id: 'found', title: 'Lúc', width: 8, text: (row) => momentText(row.foundAt) },
    {
      id: 'explanation',
      title: 'Giải trình',
      width: 14,
      text: (row) => (row.explanation ? `${row.explanation} (${row.explainedByName ?? ''})` : 'Chưa giải trình'),
      cell: (row) =>
        row.explanation ? (
          `${row.explanation} (${row.explainedByName ?? ''})`
        ) : (
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={`Giải trình ${row.code ?? ''}`}
            onClick={() => onExplain(row)}
          >
            Giải trình
          </Button>
        ),
    },
  ];
}

/** *Kiểm soát số liệu đúng hạn*: signs that an on-time figure is not true, counted, listed and explained. */
export function Component() {
  const filters = useFilters(['kind', 'open']);
  const { kind, open } = filters.values;
  const counted = useCall(listFindings, { query: { size: 1 } });
  const source = useMemo(() => {
    const query = { ...(kind && { kind }), ...(open && { open }) };
    const base = routeSource(listFindings, { query: query as never });
    return {
      ...base,
      load: (page: Parameters<typeof base.load>[0], signal?: AbortSignal) => {
        const { sort: _, q: __, ...asked } = page;
        return base.load(asked, signal);
      },
    };
  }, [kind, open]);
  const [explaining, setExplaining] = useState<Row>();
  const columns = useMemo(() => columnsOf(setExplaining), []);
  const explain = useSend(explainFinding);
  const scan = useSend(scanNow);
  const counts = new Map((counted.data?.counts ?? []).map((one) => [one.kind, one]));
  return (
    <>
      <PageHeader
        title="Kiểm soát số liệu đúng hạn"
        back={{ to: '/ho-so', label: 'Hồ sơ' }}
        note="Đúng hạn tính khi xử lý xong, theo ngày hẹn đầu. Mỗi dấu hiệu chỉ là điều cần xem lại, chưa phải kết luận."
        actions={
          <Button
            variant="default"
            loading={scan.isPending}
            onClick={() =>
              scan.mutate(
                {},
                {
                  onSuccess: ({ found }) =>
                    notify('done', found === 0 ? 'Không có dấu hiệu mới.' : `Phát hiện thêm ${found} dấu hiệu.`),
                },
              )
            }
          >
            Rà soát ngay
          </Button>
        }
      />
      <ul className="dossier-lists" aria-label="Loại dấu hiệu">
        {findingKinds.map((name) => (
          <li key={name}>
            <UnstyledButton
              className="dossier-list"
              aria-pressed={kind === name}
              data-alarm={(counts.get(name)?.open ?? 0) > 0 || undefined}
              onClick={() => filters.set('kind', kind === name ? '' : name)}
            >
              {findingNames[name]} <b>{counts.get(name)?.n ?? 0}</b>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <DataTable
        title="Dấu hiệu cần xem lại"
        name="dossier-findings"
        source={source}
        isUnsearched
        columns={columns}
        keyOf={(row) => row.id}
        filters={
          <Switch
            label="Chưa giải trình"
            checked={open === 'yes'}
            onChange={(event) => filters.set('open', event.currentTarget.checked ? 'yes' : '')}
          />
        }
        isFiltered={filters.isFiltered}
        empty={{
          title: 'Chưa thấy dấu hiệu nào',
          text: 'Máy rà soát mỗi ngày và sau mỗi lần nhập hồ sơ từ hệ thống tỉnh.',
        }}
      />
      <Moved />
      {explaining && (
        <ReasonDialog
          title={`Giải trình: ${findingNames[explaining.kind]}`}
          confirm="Lưu giải trình"
          label="Vì sao, đã xử lý thế nào"
          isPending={explain.isPending}
          onSend={(explanation) =>
            explain.mutate(
              { params: { findingId: explaining.id }, body: { version: explaining.version, explanation } },
              {
                onSuccess: () => {
                  notify('done', 'Đã lưu giải trình.');
                  setExplaining(undefined);
                },
                onError: (error) => notify('error', error.message),
              },
            )
          }
          onClose={() => setExplaining(undefined)}
        />
      )}
    </>
  );
}

/** What edits of the calendar moved. */
function Moved() {
  const found = useCall(listReprojections, { query: { size: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <details className="dossier-fold">
      <summary>Hạn tính lại sau khi sửa lịch làm việc ({found.data?.total ?? 0} lần)</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {momentText(row.begunAt)}: {row.because} – xem {row.lookedAt} hồ sơ đang mở, đổi hạn {row.moved}
            {row.endedAt === null && ' (đang chạy)'}
          </li>
        ))}
      </ul>
    </details>
  );
}
