import '@mantine/core/styles/NumberInput.css';
import './payment.css';
import { Alert, Button, Group, Modal, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { printFees, takeFees } from '../contract.ts';
import { type FeeRow, totalOf } from '../domain/fee-rows.ts';
import { money } from './money.ts';

interface TakeDialogProps {
  readonly dossier: { readonly id: Id; readonly payer: string } | undefined;
  /** Who pays, where there is no dossier. */
  readonly payer?: string;
  /** What the catalogue asks for; the price is typed where the unit has not entered it. */
  readonly asked: readonly { readonly code: string; readonly name: string; readonly amount: number | null }[];
  readonly onClose: () => void;
}

const emptyRow: FeeRow = { code: '', name: '', quantity: 1, price: 0, exemption: null };

/** Takes fees: what for, how many, at which price, and why less when less. */
export function TakeDialog({ dossier, payer: known = '', asked, onClose }: TakeDialogProps) {
  const [payer, setPayer] = useState(dossier?.payer ?? known);
  const [way, setWay] = useState<'cash' | 'transfer'>('cash');
  const [reference, setReference] = useState('');
  const [rows, setRows] = useState<readonly FeeRow[]>(() =>
    asked.length > 0
      ? asked.map(({ code, name, amount }) => ({ ...emptyRow, code, name, price: amount ?? 0 }))
      : [emptyRow],
  );
  const send = useSend(takeFees);
  const change = (index: number, part: Partial<FeeRow>) =>
    setRows(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const named = rows.filter((row) => row.name.trim() !== '');
  function onSend() {
    const body = {
      ...{ dossierId: dossier?.id ?? null, payer: payer.trim(), way, reference: reference.trim() || null },
      rows: named.map((row) => ({ ...row, exemption: row.exemption?.trim() || null })),
    };
    send.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          notify('done', 'Đã thu.');
          window.open(addressOf(printFees.path, { entryId: id }, undefined), '_blank', 'noopener');
          onClose();
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} size="lg" title="Thu phí, lệ phí">
      <Stack gap="sm">
        <TextInput
          label="Người nộp tiền"
          required
          value={payer}
          onChange={(event) => setPayer(event.currentTarget.value)}
        />
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
          <div key={index} className="fee-row">
            <TextInput
              label="Khoản thu"
              value={row.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <NumberInput
              label="Số lượng"
              min={1}
              value={row.quantity}
              onChange={(value) => change(index, { quantity: Number(value) || 1 })}
            />
            <NumberInput
              label="Mức (đồng)"
              min={0}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              value={row.price}
              onChange={(value) => change(index, { price: Number(value) || 0 })}
            />
            <TextInput
              label="Miễn, giảm vì (nếu có)"
              value={row.exemption ?? ''}
              onChange={(event) => change(index, { exemption: event.currentTarget.value })}
            />
          </div>
        ))}
        <Button variant="subtle" size="compact-md" onClick={() => setRows([...rows, emptyRow])}>
          Thêm khoản
        </Button>
        <Radio.Group label="Hình thức" value={way} onChange={(value) => setWay(value as 'cash' | 'transfer')}>
          <Group mt="xs">
            <Radio value="cash" label="Tiền mặt" />
            <Radio value="transfer" label="Chuyển khoản" />
          </Group>
        </Radio.Group>
        <TextInput
          label="Số biên lai của cơ quan thuế, số giao dịch"
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Text fw={600}>Cộng: {money(totalOf(named))}</Text>
        {send.error && (
          <Alert color="red" role="alert">
            {send.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button disabled={payer.trim() === '' || named.length === 0} loading={send.isPending} onClick={onSend}>
            Thu và in phiếu
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
