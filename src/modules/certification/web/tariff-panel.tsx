import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/core/styles/NumberInput.css';
import { Alert, Button, Checkbox, Group, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listTariffs, setTariff } from '../contract.ts';
import type { Book } from '../domain/tariff.ts';

type Tariff = AnswerOf<typeof listTariffs>['tariffs'][number];

const money = (amount: number) => `${amount.toLocaleString('vi-VN')} đ`;

function tariffText({ perCase, firstPages, firstPrice, nextPrice, mostPerCopy }: Tariff): string {
  const pages = `${money(firstPrice)} mỗi trang đến trang ${firstPages}, sau đó ${money(nextPrice)}${mostPerCopy === null ? '' : `, nhiều nhất ${money(mostPerCopy)} một bản`}`;
  return perCase > 0 ? `${money(perCase)} một việc` : pages;
}

/** What the book asks, with its source; the administrator enters the unit's own. */
export function TariffPanel({ book, canChange }: { book: Book; canChange: boolean }) {
  const found = useCall(listTariffs);
  const tariff = found.data?.tariffs.find((one) => one.book === book);
  if (!tariff) return null;
  return (
    <details className="dossier-fold">
      <summary>
        Mức phí: {tariffText(tariff)}
        {!tariff.verified && ' (chưa đối chiếu)'}
      </summary>
      <Text size="sm">Căn cứ: {tariff.citation}</Text>
      {canChange && <TariffForm key={`${book}${tariff.version}`} tariff={tariff} />}
    </details>
  );
}

function TariffForm({ tariff }: { tariff: Tariff }) {
  const today = useToday();
  const { book, validFrom: from, version, ...initial } = tariff;
  const [value, setValue] = useState(initial);
  const [validFrom, setValidFrom] = useState<PlainDate | undefined>(from ?? today);
  const send = useSend(setTariff);
  const amount = (name: 'firstPages' | 'firstPrice' | 'nextPrice' | 'perCase', label: string) => (
    <NumberInput
      label={label}
      min={0}
      thousandSeparator="."
      decimalSeparator=","
      value={value[name]}
      onChange={(typed) => setValue((before) => ({ ...before, [name]: Number(typed) || 0 }))}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} my="sm">
        {amount('firstPages', 'Số trang đầu')}
        {amount('firstPrice', 'Mức mỗi trang đầu (đồng)')}
        {amount('nextPrice', 'Mức mỗi trang sau (đồng)')}
        <NumberInput
          label="Nhiều nhất một bản (để trống: không giới hạn)"
          min={0}
          thousandSeparator="."
          decimalSeparator=","
          value={value.mostPerCopy ?? ''}
          onChange={(typed) => setValue((before) => ({ ...before, mostPerCopy: typed === '' ? null : Number(typed) }))}
        />
        {amount('perCase', 'Mức mỗi việc (đồng)')}
        <DateField label="Áp dụng từ ngày" required value={validFrom} onChange={setValidFrom} />
      </SimpleGrid>
      <TextInput
        label="Văn bản quy định"
        required
        value={value.citation}
        onChange={(event) => {
          const citation = event.currentTarget.value;
          setValue((before) => ({ ...before, citation }));
        }}
      />
      <Group my="sm">
        <Checkbox
          label="Đã đối chiếu với văn bản"
          checked={value.verified}
          onChange={(event) => {
            const verified = event.currentTarget.checked;
            setValue((before) => ({ ...before, verified }));
          }}
        />
        <Button
          variant="default"
          disabled={!validFrom || value.citation.trim().length < 3}
          loading={send.isPending}
          onClick={() =>
            validFrom &&
            send.mutate(
              { params: { book }, body: { ...value, validFrom, version: validFrom === from ? version : 0 } },
              { onSuccess: () => notify('done', 'Đã lưu mức phí.') },
            )
          }
        >
          Lưu mức phí
        </Button>
      </Group>
      {send.error && (
        <Alert color="red" role="alert">
          {send.error.message}
        </Alert>
      )}
    </>
  );
}
