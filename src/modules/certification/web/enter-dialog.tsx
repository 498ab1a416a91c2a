import '@mantine/core/styles/SimpleGrid.css';
import '@mantine/core/styles/NumberInput.css';
import { Alert, Button, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TakeDialog } from '#modules/payment/web/take-dialog.tsx';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { enterCertification, listTariffs } from '../contract.ts';
import { type Book, certificationFee } from '../domain/tariff.ts';
import { bookWords } from '../text.ts';

interface EnterDialogProps {
  readonly book: Book;
  /** Who signed the newest entry of the book. */
  readonly lastSigner: string;
  readonly onClose: () => void;
}

/** Enters one certification: the number comes with saving, the fee with pages and copies. */
export function EnterDialog({ book, lastSigner, onClose }: EnterDialogProps) {
  const may = useMay();
  const tariffs = useCall(listTariffs);
  const [value, setValue] = useState({
    ...{ requester: '', requesterNumber: '', others: '', content: '', exemption: '' },
    ...{ pages: 1, copies: 1, signer: lastSigner },
  });
  const [paying, setPaying] = useState<{ readonly fee: number; readonly number: number }>();
  const send = useSend(enterCertification);
  const tariff = tariffs.data?.tariffs.find((one) => one.book === book);
  const fee = tariff && !value.exemption.trim() ? certificationFee(tariff, value.pages, value.copies) : 0;
  const isReady = value.requester.trim() !== '' && value.content.trim().length >= 2 && value.signer.trim() !== '';
  const line = (
    name: 'requester' | 'requesterNumber' | 'others' | 'content' | 'exemption' | 'signer',
    label: string,
    isNeeded = false,
  ) => (
    <TextInput
      label={label}
      required={isNeeded}
      value={value[name]}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setValue((before) => ({ ...before, [name]: typed }));
      }}
    />
  );
  function onSend() {
    const { requester, others, content, pages, copies, signer } = value;
    const said = { requesterNumber: value.requesterNumber.trim() || null, exemption: value.exemption.trim() || null };
    send.mutate(
      { body: { book, requester, others, content, pages, copies, signer, ...said, dossierId: null, evidenceId: null } },
      {
        onSuccess: (made) => {
          notify('done', `Số ${made.number}, phí ${made.fee.toLocaleString('vi-VN')} đ.`);
          if (made.fee > 0 && may('payment.take')) setPaying(made);
          else onClose();
        },
      },
    );
  }
  if (paying) {
    const asked = [{ code: book, name: `${bookWords[book]}, số ${paying.number}`, amount: paying.fee }];
    return <TakeDialog dossier={undefined} payer={value.requester} asked={asked} onClose={onClose} />;
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={bookWords[book]}>
      <Stack gap="sm">
        {line('requester', 'Người yêu cầu', true)}
        {line('requesterNumber', 'Số định danh (để trống nếu không có)')}
        {book === 'contract' && line('others', 'Các bên khác của hợp đồng')}
        {line('content', book === 'contract' ? 'Tên hợp đồng, giao dịch' : 'Tên giấy tờ', true)}
        <SimpleGrid cols={2}>
          <NumberInput
            label="Số trang một bản"
            min={0}
            max={10_000}
            value={value.pages}
            onChange={(pages) => setValue((before) => ({ ...before, pages: Number(pages) || 0 }))}
          />
          <NumberInput
            label="Số bản"
            min={1}
            max={1_000}
            value={value.copies}
            onChange={(copies) => setValue((before) => ({ ...before, copies: Number(copies) || 1 }))}
          />
        </SimpleGrid>
        {line('exemption', 'Miễn phí vì (nếu có)')}
        {line('signer', 'Người ký chứng thực', true)}
        <Text fw={600}>Phí: {fee.toLocaleString('vi-VN')} đ</Text>
        {tariff && !tariff.verified && (
          <Alert color="yellow">
            Mức phí chưa đối chiếu với văn bản ({tariff.citation}). Xin kiểm tra trước khi thu.
          </Alert>
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
          <Button disabled={!isReady} loading={send.isPending} onClick={onSend}>
            Vào sổ, cấp số
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
