import '../work.css';
import { Button, Pagination, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { copyText } from '#web/copy-text.ts';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { getMyWork } from '../../contract/reads.ts';
import { zaloText } from '../../domain/zalo-text.ts';
import { bearerText } from '../shared/bearer-text.ts';
import { HandInDialog } from '../shared/hand-in-dialog.tsx';
import type { MyWork, MyWorkRow } from '../shared/rows.ts';
import { WorkItem } from './work-item.tsx';

type Group = MyWorkRow['group'];
type Side = 'own' | 'for-others';

const groups: readonly { readonly group: Group; readonly label: string }[] = [
  { group: 'overdue', label: 'Quá hạn' },
  { group: 'within-1', label: 'Hôm nay, ngày mai' },
  { group: 'within-3', label: 'Trong 3 ngày' },
  { group: 'within-7', label: 'Trong 7 ngày' },
  { group: 'to-decide', label: 'Chờ tôi quyết định' },
  { group: 'waiting', label: 'Chờ người khác' },
  { group: 'later', label: 'Về sau' },
  { group: 'undated', label: 'Chưa có hạn' },
];

const size = 25;

/** *Việc của tôi*: what this person must do now, and for whom. */
export function Component() {
  const [params, setParams] = useSearchParams();
  const side: Side = params.get('ben') === 'thay' ? 'for-others' : 'own';
  const group = groups.find((one) => one.group === params.get('nhom'))?.group;
  const page = Number(params.get('trang') ?? 1) || 1;
  const work = useCall(getMyWork, { query: { side, page, size, ...(group && { group }) } });
  const [handed, setHanded] = useState<MyWorkRow>();
  const turn = (next: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        changed.delete('trang');
        for (const [name, value] of Object.entries(next)) value ? changed.set(name, value) : changed.delete(name);
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  const { data } = work;
  return (
    <>
      <PageHeader
        title="Việc của tôi"
        note={data ? `Tính đến ngày ${formatDate(data.day)}.` : ' '}
        actions={
          data &&
          data.rows.length > 0 && (
            <Button variant="default" onClick={() => void copy(data)}>
              Sao chép để gửi Zalo
            </Button>
          )
        }
      />
      {work.error && <ErrorState error={work.error} onRetry={() => void work.refetch()} />}
      {data && (
        <Sides
          side={side}
          data={data}
          onTurn={(next) => turn({ ben: next === 'own' ? undefined : 'thay', nhom: undefined })}
        />
      )}
      {data && <Groups data={data} chosen={group} onChoose={(next) => turn({ nhom: next })} />}
      {data?.rows.length === 0 && <Nothing isFiltered={group !== undefined} side={side} />}
      <ul className="work-list" aria-label="Việc">
        {data?.rows.map((row) => (
          <WorkItem key={`${row.id}${row.group}`} row={row} onHandIn={() => setHanded(row)} />
        ))}
      </ul>
      {data && data.total > size && (
        <Pagination
          mt="md"
          total={Math.ceil(data.total / size)}
          value={page}
          onChange={(next) => turn({ trang: String(next) })}
          getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Trang sau' : 'Trang trước' })}
        />
      )}
      {handed && <HandInDialog items={[handed]} onClose={() => setHanded(undefined)} />}
    </>
  );
}

function Sides({ side, data, onTurn }: { side: Side; data: MyWork; onTurn: (side: Side) => void }) {
  if (side === 'own' && data.otherSide === 0 && data.insteadOf.length === 0) return null;
  const names = data.insteadOf.join(', ');
  const other = side === 'own' ? ` (${data.otherSide})` : '';
  return (
    <SegmentedControl
      mb="md"
      fullWidth={false}
      aria-label="Việc của ai"
      value={side}
      onChange={(value) => onTurn(value as Side)}
      data={[
        { value: 'own', label: side === 'own' ? 'Của tôi' : `Của tôi (${data.otherSide})` },
        { value: 'for-others', label: `Làm thay ${names}${other}` },
      ]}
    />
  );
}

function Groups(props: { data: MyWork; chosen: Group | undefined; onChoose: (group: Group | undefined) => void }) {
  const counts = new Map(props.data.counts.map(({ group, n }) => [group, n]));
  const shown = groups.filter(({ group }) => (counts.get(group) ?? 0) > 0 || group === props.chosen);
  return (
    <ul className="work-groups">
      {shown.map(({ group, label }) => (
        <li key={group}>
          <button
            type="button"
            className="work-group"
            data-late={group === 'overdue'}
            aria-pressed={group === props.chosen}
            onClick={() => props.onChoose(group === props.chosen ? undefined : group)}
          >
            <b>{counts.get(group) ?? 0}</b> {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ isFiltered, side }: { isFiltered: boolean; side: Side }) {
  if (isFiltered) return <Text>Không có việc nào trong nhóm này.</Text>;
  return (
    <EmptyState
      title={side === 'own' ? 'Bạn không còn việc nào phải làm' : 'Bạn không làm thay ai hôm nay'}
      text="Sản phẩm đến hạn của chức danh bạn giữ hiện ở đây, việc gấp nhất ở trên. Việc của cả đơn vị xem ở Theo dõi."
    >
      <Button component={Link} to="/theo-doi" variant="default">
        Mở Theo dõi
      </Button>
    </EmptyState>
  );
}

async function copy(data: MyWork): Promise<void> {
  const rows = data.rows.map((row) => ({ ...row, who: bearerText(row.bearer) }));
  await copyText(zaloText('Việc của tôi', data.day, rows));
  notify('done', 'Đã sao chép. Mở Zalo rồi dán vào tin nhắn.');
}
