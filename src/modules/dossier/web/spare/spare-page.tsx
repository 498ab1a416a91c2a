import '@mantine/core/styles/NumberInput.css';
import { Alert, Button, Checkbox, Group, NumberInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useMay, useToday } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useSend } from '#web/use-send.ts';
import { printSpareSet } from '../../contract/forms.ts';
import { confirmAfterwards, listReserved, markUnused, reserveCodes } from '../../contract/receive.ts';
import { momentText } from '../shared/moment-text.ts';

type Row = AnswerOf<typeof listReserved>['rows'][number];

const stateWords = { open: 'Chưa dùng', used: 'Đã nhập bù', unused: 'Không dùng' } as const;
const stateTones = { open: 'none', used: 'done', unused: 'paused' } as const;

function confirmedText(row: Row): string {
  if (row.confirmedAt) return `${row.confirmedByName ?? ''}, ${momentText(row.confirmedAt)}`;
  return row.state === 'used' ? 'Chờ người phụ trách xác nhận' : '';
}

function columnsOf(chosen: ReadonlySet<string>, toggle: (code: string) => void): readonly Column<Row>[] {
  return [
    {
      id: 'code',
      title: 'Mã dự phòng',
      isMain: true,
      width: 14,
      text: (row) => row.code,
      cell: (row) => (
        <Checkbox
          label={row.code}
          checked={chosen.has(row.code)}
          disabled={row.state === 'unused' || row.confirmedAt !== null}
          onChange={() => toggle(row.code)}
        />
      ),
    },
    { id: 'day', title: 'Ngày', width: 7, text: (row) => formatDate(row.day) },
    {
      id: 'state',
      title: 'Việc dùng',
      width: 10,
      text: (row) => stateWords[row.state],
      cell: (row) => <StatusBadge tone={stateTones[row.state]}>{stateWords[row.state]}</StatusBadge>,
    },
    { id: 'entered', title: 'Nhập bù lúc', width: 10, text: (row) => momentText(row.enteredAt) },
    { id: 'confirmed', title: 'Xác nhận', width: 16, text: confirmedText },
  ];
}

/** *Bộ dự phòng*: codes and blank forms for a day when the line or the power is gone, and what became of each code. */
export function Component() {
  const may = useMay();
  const today = useToday();
  const [count, setCount] = useState(20);
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map());
  const source = useMemo(() => {
    const base = routeSource(listReserved);
    return {
      ...base,
      load: async (page: Parameters<typeof base.load>[0], signal?: AbortSignal) => {
        const { sort: _, q: __, ...asked } = page;
        const answer = await base.load(asked, signal);
        setRows((before) => new Map([...before, ...answer.rows.map((row) => [row.code, row] as const)]));
        return answer;
      },
    };
  }, []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const reserve = useSend(reserveCodes);
  const unused = useSend(markUnused);
  const confirm = useSend(confirmAfterwards);
  const picked = [...chosen].flatMap((code) => rows.get(code) ?? []);
  const open = picked.filter((row) => row.state === 'open');
  const waiting = picked.filter((row) => row.state === 'used' && row.confirmedAt === null);
  const toggle = (code: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  const done = (words: string) => ({
    onSuccess: () => {
      notify('done', words);
      setChosen(new Set());
    },
    onError: (error: Error) => notify('error', error.message),
  });
  return (
    <>
      <PageHeader
        title="Bộ dự phòng"
        back={{ to: '/tiep-nhan', label: 'Tiếp nhận' }}
        note="Mỗi sáng giữ trước một số mã và in sẵn phiếu trắng, sổ, bảng ngày hẹn. Mất điện thì ghi giấy; có điện lại thì nhập bù đúng giờ thật."
        actions={
          <Button
            component="a"
            href={addressOf(printSpareSet.path, {}, { day: today })}
            target="_blank"
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
          >
            In bộ dự phòng hôm nay
          </Button>
        }
      />
      <Group mb="md" align="flex-end" gap="sm">
        <NumberInput
          label="Số mã giữ thêm"
          min={1}
          max={100}
          value={count}
          onChange={(value) => setCount(Number(value) || 1)}
        />
        <Button
          loading={reserve.isPending}
          onClick={() => reserve.mutate({ body: { count } }, done(`Đã giữ ${count} mã của hôm nay.`))}
        >
          Giữ mã
        </Button>
        {open.length > 0 && (
          <Button
            variant="default"
            loading={unused.isPending}
            onClick={() =>
              unused.mutate({ body: { codes: open.map((row) => row.code) } }, done('Đã đánh dấu không dùng.'))
            }
          >
            Không dùng {open.length} mã
          </Button>
        )}
        {waiting.length > 0 && may('dossier.lead') && (
          <Button
            loading={confirm.isPending}
            onClick={() =>
              confirm.mutate(
                { body: { items: waiting.map(({ code, version }) => ({ code, version })) } },
                done('Đã xác nhận hồ sơ nhập bù.'),
              )
            }
          >
            Xác nhận {waiting.length} hồ sơ nhập bù
          </Button>
        )}
      </Group>
      <Alert mb="md">
        Chỉ mất mạng ra ngoài thì không cần bộ dự phòng: quầy vẫn làm như thường, phần gửi đi tự chờ có mạng.
      </Alert>
      <DataTable
        title="Mã dự phòng"
        name="reserved-codes"
        source={source}
        isUnsearched
        columns={columnsOf(chosen, toggle)}
        keyOf={(row) => row.code}
        empty={{ title: 'Chưa giữ mã nào', text: 'Giữ trước mã của hôm nay rồi in bộ dự phòng.' }}
      />
    </>
  );
}
