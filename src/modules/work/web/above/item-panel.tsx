import { Alert, Button, Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { notify } from '#web/notices.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listAbove, setAboveItem } from '../../contract/above.ts';
import { comparisonWords } from '../../text/above-words.ts';
import { othersWords } from '../obligation/use-stale.ts';
import { type AboveRow, comparisonTones, measureWords, planWords } from './above-rows.ts';
import { DifferenceFields } from './difference-fields.tsx';
import { useOursChoices } from './use-ours-choices.ts';

interface ItemPanelProps {
  readonly planId: Id;
  readonly itemId: Id;
  readonly isEditable: boolean;
  readonly onClose: () => void;
}

/** One thing asked beside what of ours carries it out: named, compared, and explained. */
export function ItemPanel({ planId, itemId, isEditable, onClose }: ItemPanelProps) {
  const found = useCall(listAbove, { params: { planId }, query: { itemId } });
  const row = found.data?.rows[0];
  return (
    <SidePanel isOpen title="Yêu cầu của cấp trên" onClose={onClose}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !row && <Text>Yêu cầu này đã bị bỏ.</Text>}
      {row && (
        <>
          <StatusBadge tone={comparisonTones[row.comparison]}>{comparisonWords[row.comparison]}</StatusBadge>
          <Text fw={600} my="xs">
            {row.content}
          </Text>
          <Text size="sm">{[planWords(row.plan), row.place && `mục ${row.place}`].filter(Boolean).join(', ')}</Text>
          <Text size="sm" mb="md">
            {row.figure ? `${row.figure.measure}: ` : ''}
            {measureWords(row)}
          </Text>
          {isEditable && row.comparison !== 'gone' ? (
            <OursForm key={row.version} planId={planId} row={row} onReload={() => void found.refetch()} />
          ) : (
            <OursList row={row} />
          )}
          <HistoryFold type="above-item" id={row.id} />
        </>
      )}
    </SidePanel>
  );
}

function OursList({ row }: { row: AboveRow }) {
  if (row.ours.length === 0) return <Text>{row.absentReason ?? 'Chưa có việc nào của ta thực hiện.'}</Text>;
  return (
    <ul className="work-plain">
      {row.ours.map((one) => (
        <li key={one.id}>
          {one.kind === 'task' ? <Link to={`/viec/${one.oursId}`}>{one.content}</Link> : one.content}{' '}
          {measureWords(one)}
          <Text size="sm">
            {[one.gapWords, one.difference, one.reason && `Lý do: ${one.reason}`].filter(Boolean).join(' ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}

interface OursValue {
  readonly kind: 'task' | 'target';
  readonly id: Id;
  readonly difference: string;
  readonly reason: string;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function OursForm({ planId, row, onReload }: { planId: Id; row: AboveRow; onReload: () => void }) {
  const start: readonly OursValue[] = row.ours
    .filter((one) => !one.ended)
    .map(({ kind, oursId, difference, reason }) => ({
      kind,
      id: oursId,
      difference: difference ?? '',
      reason: reason ?? '',
    }));
  const [ours, setOurs] = useState(start);
  const [absent, setAbsent] = useState(row.absentReason ?? '');
  const choices = useOursChoices(planId);
  const send = useSend(setAboveItem);
  const isChanged = JSON.stringify([ours, absent]) !== JSON.stringify([start, row.absentReason ?? '']);
  const change = (id: Id, part: Partial<OursValue>) =>
    setOurs(ours.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const offer = row.alike && !ours.some((one) => one.id === row.alike?.id) ? row.alike : undefined;
  const add = (kind: OursValue['kind'], id: Id) => setOurs([...ours, { kind, id, difference: '', reason: '' }]);
  function onSubmit() {
    const sent = ours.map(({ difference, reason, ...one }) => ({
      ...one,
      difference: orNull(difference),
      reason: orNull(reason),
    }));
    send.mutate(
      {
        params: { itemId: row.id },
        body: { version: row.version, ours: sent, absentReason: sent.length > 0 ? null : orNull(absent) },
      },
      {
        onSuccess: () => notify('done', 'Đã lưu.'),
        onError: (error) => {
          if (othersWords(error)) onReload();
        },
      },
    );
  }
  return (
    <FormFrame
      submit="Lưu"
      isChanged={isChanged}
      isPending={send.isPending}
      error={send.error}
      verdict={isChanged ? allowed : refused('same')}
      words={{ same: 'Chưa có gì thay đổi.' }}
      onSubmit={onSubmit}
    >
      {ours.map((one) => {
        const known = row.ours.find(({ oursId }) => oursId === one.id);
        return (
          <fieldset key={one.id} className="above-ours">
            <legend>{one.kind === 'task' ? 'Nhiệm vụ của ta' : 'Chỉ tiêu của ta'}</legend>
            <Text>{known?.content ?? choices.find(({ value }) => value === `${one.kind}:${one.id}`)?.label}</Text>
            {known?.gapWords && (
              <Alert color="amber" mt="xs">
                {known.gapWords} Cần ghi lý do.
              </Alert>
            )}
            <DifferenceFields value={one} onChange={(part) => change(one.id, part)} />
            <Button variant="subtle" size="compact-md" onClick={() => setOurs(ours.filter(({ id }) => id !== one.id))}>
              Bỏ khỏi yêu cầu này
            </Button>
          </fieldset>
        );
      })}
      {offer && (
        <Button variant="default" onClick={() => add(offer.kind, offer.id)}>
          Ghép với: {offer.content.slice(0, 80)}
        </Button>
      )}
      <Select
        label="Thêm việc của ta thực hiện yêu cầu này"
        placeholder="Gõ để tìm nhiệm vụ hoặc chỉ tiêu"
        searchable
        nothingFoundMessage="Không có việc nào khớp"
        value={null}
        data={choices.filter(({ value }) => !ours.some((one) => value === `${one.kind}:${one.id}`))}
        onChange={(chosen) => {
          const [kind, id] = (chosen ?? '').split(':');
          if (id) add(kind as OursValue['kind'], id as Id);
        }}
      />
      {ours.length === 0 && (
        <Textarea
          label="Nếu ta không thực hiện: lý do"
          description="Ít nhất 5 ký tự, ví dụ: không thuộc thẩm quyền của xã."
          autosize
          minRows={2}
          maxLength={2000}
          value={absent}
          onChange={(event) => setAbsent(event.currentTarget.value)}
        />
      )}
    </FormFrame>
  );
}
