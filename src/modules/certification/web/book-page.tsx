import './certification.css';
import { Button, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDate } from '#kernel/plain-date.ts';
import { ReasonDialog } from '#modules/work/web/shared/reason-dialog.tsx';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useMay, useToday } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { type CertificationRow, exportCertifications, listCertifications, voidCertification } from '../contract.ts';
import { type Book, books } from '../domain/tariff.ts';
import { bookWords } from '../text.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { TariffPanel } from './tariff-panel.tsx';

const shortWords: Readonly<Record<Book, string>> = {
  copy: 'Bản sao',
  'electronic-copy': 'Bản sao điện tử',
  signature: 'Chữ ký',
  contract: 'Hợp đồng',
};

const noteText = (row: CertificationRow) => (row.voidedReason ? `Đã gạch: ${row.voidedReason}` : (row.exemption ?? ''));

function columnsOf(onVoid: ((row: CertificationRow) => void) | undefined): readonly Column<CertificationRow>[] {
  return [
    { id: 'number', title: 'Số', isMain: true, width: 6, text: (row) => `${row.number}/${row.year}` },
    { id: 'day', title: 'Ngày', width: 7, text: (row) => formatDate(row.day) },
    {
      id: 'requester',
      title: 'Người yêu cầu',
      width: 14,
      text: (row) => [row.requester, row.others].filter(Boolean).join('; '),
    },
    { id: 'content', title: 'Giấy tờ, hợp đồng', width: 18, text: (row) => row.content },
    { id: 'pages', title: 'Trang', width: 5, align: 'right', text: (row) => String(row.pages) },
    { id: 'copies', title: 'Bản', width: 5, align: 'right', text: (row) => String(row.copies) },
    { id: 'fee', title: 'Phí', width: 7, align: 'right', text: (row) => `${row.fee.toLocaleString('vi-VN')} đ` },
    { id: 'signer', title: 'Người ký', width: 12, text: (row) => row.signer },
    {
      id: 'note',
      title: 'Ghi chú',
      width: 10,
      text: noteText,
      cell: (row) =>
        row.voidedReason || !onVoid ? (
          noteText(row)
        ) : (
          <>
            {noteText(row)}{' '}
            <Button variant="subtle" size="compact-sm" aria-label={`Gạch số ${row.number}`} onClick={() => onVoid(row)}>
              Gạch số
            </Button>
          </>
        ),
    },
  ];
}

/** *Chứng thực*: one book for each kind, with its fees. */
export function Component() {
  const may = useMay();
  const today = useToday();
  const filters = useFilters(['so']);
  const book = books.find((one) => one === filters.values.so) ?? 'copy';
  const source = useMemo(() => routeSource(listCertifications, { query: { book } as never }), [book]);
  const sums = useCall(listCertifications, { query: { book, from: today, to: today, size: 1 } });
  const newest = useCall(listCertifications, { query: { book, size: 1 } }).data?.rows[0];
  const [isEntering, setEntering] = useState(false);
  const [voiding, setVoiding] = useState<CertificationRow>();
  const strike = useSend(voidCertification);
  const canEnter = may('certification.enter');
  const columns = useMemo(() => columnsOf(canEnter ? setVoiding : undefined), [canEnter]);
  return (
    <>
      <PageHeader
        title="Chứng thực"
        note={`Hôm nay: ${sums.data?.total ?? 0} việc, ${sums.data?.copies ?? 0} bản, phí ${(sums.data?.fees ?? 0).toLocaleString('vi-VN')} đ. Số ghi sai thì gạch, không xóa.`}
        actions={canEnter && <Button onClick={() => setEntering(true)}>Vào sổ</Button>}
      />
      <SegmentedControl
        className="certification-books"
        mb="md"
        aria-label="Sổ chứng thực"
        data={books.map((value) => ({ value, label: shortWords[value] }))}
        value={book}
        onChange={(value) => filters.set('so', value)}
      />
      <DataTable
        title={`Sổ ${bookWords[book].toLowerCase()}`}
        name="certifications"
        source={source}
        columns={columns}
        keyOf={(row) => row.id}
        excelHref={({ search }) => addressOf(exportCertifications.path, {}, { book, q: search })}
        empty={{ title: 'Sổ chưa có số nào', text: 'Mỗi việc chứng thực là một số; bấm Vào sổ để cấp số và tính phí.' }}
      />
      <TariffPanel book={book} canChange={may('certification.configure')} />
      {isEntering && <EnterDialog book={book} lastSigner={newest?.signer ?? ''} onClose={() => setEntering(false)} />}
      {voiding && (
        <ReasonDialog
          title={`Gạch số ${voiding.number}/${voiding.year}?`}
          confirm="Gạch số"
          label="Ghi sai điều gì"
          isPending={strike.isPending}
          onSend={(reason) =>
            strike.mutate(
              { params: { certificationId: voiding.id }, body: { version: voiding.version, reason } },
              {
                onSuccess: () => {
                  notify('done', 'Đã gạch số.');
                  setVoiding(undefined);
                },
                onError: (error) => notify('error', error.message),
              },
            )
          }
          onClose={() => setVoiding(undefined)}
        />
      )}
      <Text size="sm" c="dimmed" mt="md">
        Nhận sau 15 giờ mà chưa trả được trong ngày thì trả vào ngày làm việc tiếp theo, có phiếu hẹn.
      </Text>
    </>
  );
}
