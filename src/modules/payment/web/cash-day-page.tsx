import '@mantine/core/styles/NumberInput.css';
import { Alert, Anchor, Button, Group, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { closeCashDay, type FeeEntry, getCashDay, printFees } from '../contract.ts';
import { money } from './money.ts';

const columns: readonly Column<FeeEntry>[] = [
  {
    id: 'number',
    title: 'Số',
    isMain: true,
    width: 8,
    text: (row) => `${row.kind === 'taking' ? 'Thu' : 'Hoàn'} ${row.number}`,
    cell: (row) =>
      row.kind === 'taking' ? (
        <Anchor href={addressOf(printFees.path, { entryId: row.id }, undefined)} target="_blank">
          Thu {row.number}
        </Anchor>
      ) : (
        `Hoàn ${row.number}`
      ),
  },
  { id: 'payer', title: 'Người nộp', width: 12, text: (row) => row.payer },
  { id: 'for', title: 'Khoản', width: 16, text: (row) => row.rows.map((one) => one.name).join('; ') },
  { id: 'dossier', title: 'Hồ sơ', width: 12, text: (row) => row.dossierCode ?? '' },
  {
    id: 'amount',
    title: 'Số tiền',
    width: 9,
    align: 'right',
    text: (row) => money(row.kind === 'taking' ? row.amount : -row.amount),
  },
  {
    id: 'way',
    title: 'Hình thức',
    width: 9,
    text: (row) => [row.way === 'cash' ? 'Tiền mặt' : 'Chuyển khoản', row.reference].filter(Boolean).join(', số '),
  },
  { id: 'by', title: 'Người thu', width: 10, text: (row) => row.byName },
  {
    id: 'note',
    title: 'Ghi chú',
    width: 12,
    text: (row) =>
      row.reason ?? (row.refundedAt ? 'Đã hoàn' : row.rows.flatMap((one) => one.exemption ?? []).join('; ')),
  },
];

/** One day of the cash book: its entries, what they come to, and its closing. */
export function Component() {
  const day = useParams().day as PlainDate;
  const may = useMay();
  const found = useCall(getCashDay, { params: { day }, query: { size: 1 } });
  const source = useMemo(() => routeSource(getCashDay, { params: { day } }), [day]);
  const [isClosing, setClosing] = useState(false);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { cash = 0, transfer = 0, closed = null } = found.data ?? {};
  return (
    <>
      <PageHeader
        title={`Sổ quỹ ngày ${formatDate(day)}`}
        back={{ to: '/so-quy', label: 'Sổ quỹ' }}
        note={`Tiền mặt ${money(cash)} · chuyển khoản ${money(transfer)}`}
        actions={
          may('payment.take') &&
          found.data &&
          !closed && <Button onClick={() => setClosing(true)}>Kiểm quỹ, khóa sổ</Button>
        }
      />
      {closed && (
        <Alert color={closed.booked === closed.counted ? 'green' : 'yellow'} mb="md">
          {closed.closedByName} khóa sổ: theo sổ {money(closed.booked)}, đếm được {money(closed.counted)}
          {closed.note && ` – ${closed.note}`}
        </Alert>
      )}
      <DataTable
        title={`Sổ quỹ ngày ${formatDate(day)}`}
        name="cash-day"
        source={source}
        isUnsearched
        columns={columns}
        keyOf={(row) => row.id}
        empty={{ title: 'Ngày này chưa thu khoản nào', text: 'Thu phí ở trang của hồ sơ hoặc bằng nút Thu tiền.' }}
      />
      {isClosing && <CloseDialog day={day} booked={cash} onClose={() => setClosing(false)} />}
    </>
  );
}

interface CloseDialogProps {
  readonly day: PlainDate;
  readonly booked: number;
  readonly onClose: () => void;
}

function CloseDialog({ day, booked, onClose }: CloseDialogProps) {
  const [counted, setCounted] = useState<number | ''>('');
  const [note, setNote] = useState('');
  const send = useSend(closeCashDay);
  const isOff = counted !== '' && counted !== booked;
  return (
    <Modal opened onClose={onClose} title={`Khóa sổ ngày ${formatDate(day)}?`}>
      <Stack gap="sm">
        <p>Theo sổ có {money(booked)} tiền mặt. Khóa rồi thì không ghi thêm vào ngày này.</p>
        <NumberInput
          label="Tiền mặt đếm được (đồng)"
          required
          min={0}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={counted}
          onChange={(value) => setCounted(value === '' ? '' : Number(value))}
        />
        {isOff && (
          <Textarea
            label={`Lệch ${money(counted - booked)}: vì sao?`}
            required
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
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
            disabled={counted === '' || (isOff && note.trim().length < 5)}
            loading={send.isPending}
            onClick={() =>
              send.mutate(
                { params: { day }, body: { counted: Number(counted), note: note.trim() } },
                {
                  onSuccess: () => {
                    notify('done', 'Đã khóa sổ.');
                    onClose();
                  },
                },
              )
            }
          >
            Khóa sổ
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
