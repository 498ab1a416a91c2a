import './payment.css';
import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import { ReasonDialog } from '#modules/work/web/shared/reason-dialog.tsx';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { type FeeEntry, getDossierFees, printFees, refundFees } from '../contract.ts';
import { money } from './money.ts';
import { TakeDialog } from './take-dialog.tsx';

interface FeeSectionProps {
  readonly dossierId: Id;
  readonly payer: string;
}

/** Fees of a dossier: what the catalogue asks, what was taken and given back. Only for those who may see it. */
export function FeeSection({ dossierId, payer }: FeeSectionProps) {
  const may = useMay();
  const found = useCall(getDossierFees, { params: { dossierId } }, { enabled: may('payment.read') });
  const [isTaking, setTaking] = useState(false);
  const [returning, setReturning] = useState<FeeEntry>();
  const refund = useSend(refundFees);
  if (!found.data) return null;
  const { asked, entries, taken } = found.data;
  if (asked.length === 0 && entries.length === 0 && !may('payment.take')) return null;
  return (
    <section aria-label="Phí, lệ phí">
      <h2 className="fee-heading">Phí, lệ phí</h2>
      <ul>
        {asked.map((fee) => (
          <li key={fee.code}>
            {fee.name}: {fee.amount === null ? 'đơn vị chưa nhập mức của tỉnh' : money(fee.amount)}
          </li>
        ))}
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.kind === 'taking' ? 'Thu' : 'Hoàn'} {money(entry.amount)} ngày {formatDate(entry.day)},{' '}
            {entry.byName}
            {entry.reason && ` – ${entry.reason}`}{' '}
            {entry.kind === 'taking' && (
              <Anchor href={addressOf(printFees.path, { entryId: entry.id }, undefined)} target="_blank">
                In phiếu thu
              </Anchor>
            )}{' '}
            {entry.kind === 'taking' && entry.refundedAt === null && may('payment.take') && (
              <Button variant="subtle" size="compact-sm" onClick={() => setReturning(entry)}>
                Hoàn
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Group gap="sm">
        <strong>Đã thu: {money(taken)}</strong>
        {may('payment.take') && (
          <Button variant="default" size="compact-md" onClick={() => setTaking(true)}>
            Thu tiền
          </Button>
        )}
      </Group>
      {isTaking && <TakeDialog dossier={{ id: dossierId, payer }} asked={asked} onClose={() => setTaking(false)} />}
      {returning && (
        <ReasonDialog
          title={`Hoàn ${money(returning.amount)}?`}
          confirm="Hoàn trả"
          label="Lý do hoàn"
          isPending={refund.isPending}
          onSend={(reason) =>
            refund.mutate(
              { params: { entryId: returning.id }, body: { reason } },
              {
                onSuccess: () => {
                  notify('done', 'Đã hoàn.');
                  setReturning(undefined);
                },
                onError: (error) => notify('error', error.message),
              },
            )
          }
          onClose={() => setReturning(undefined)}
        />
      )}
    </section>
  );
}
