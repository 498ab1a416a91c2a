import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useSend } from '#web/use-send.ts';
import { acceptImport } from '../../contract/imports.ts';
import { AcceptPreview, type Matching, noMatching } from './accept-preview.tsx';
import type { ReadImport } from './review.tsx';

type Kind = 'first' | 'amend' | 'replace';

/** Accepts what was read: as the first version, or as a change of the year's plan whose differences are shown. */
export function AcceptDialog({ answer, onClose }: { answer: ReadImport; onClose: () => void }) {
  const navigate = useNavigate();
  const plan = answer.plansOfYear[0];
  const { decision } = answer.reading;
  const [kind, setKind] = useState<Kind>(plan ? 'amend' : 'first');
  const [number, setNumber] = useState(decision.number ?? '');
  const [date, setDate] = useState<PlainDate | undefined>(decision.date ? parsePlainDate(decision.date) : undefined);
  const [matching, setMatching] = useState<Matching>(noMatching);
  const accept = useSend(acceptImport, {
    onSuccess: (done) => {
      notify('done', `Đã chấp nhận kế hoạch, phiên bản ${done.version}.`);
      void navigate(`/ke-hoach/${done.planId}`);
    },
  });
  const isChange = plan !== undefined && kind !== 'first';
  function send() {
    accept.mutate({
      params: { importId: answer.id },
      body: {
        version: answer.version,
        kind,
        ...(isChange && { planId: plan.id, planVersion: plan.version, ...matching }),
        decision: { number: number.trim() || null, date: date ?? null },
      },
    });
  }
  return (
    <Modal opened onClose={onClose} title="Chấp nhận kế hoạch" size={isChange ? '70rem' : 'md'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          {plan && (
            <Radio.Group
              label={`Năm này đã có “${plan.title}”, phiên bản ${plan.version}. Văn bản mới là:`}
              value={kind}
              onChange={(value) => setKind(value as Kind)}
            >
              <Stack gap="xs" mt="xs">
                <Radio value="amend" label="Sửa đổi, bổ sung một phần: mục không nhắc đến thì giữ nguyên" />
                <Radio value="replace" label="Thay thế toàn bộ: mục không còn trong văn bản mới thì kết thúc" />
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label="Số quyết định"
            description="Để trống nếu văn bản chưa ghi số."
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label="Ngày quyết định" value={date} onChange={setDate} />
          {isChange && (
            <AcceptPreview
              importId={answer.id}
              planId={plan.id}
              kind={kind === 'replace' ? 'replace' : 'amend'}
              matching={matching}
              onChange={setMatching}
            />
          )}
          <Text size="sm" c="dimmed">
            Sau khi chấp nhận, mọi người tra cứu được kế hoạch này.
            {isChange && ' Các phiên bản trước vẫn đọc được; việc trễ hạn trước đó không bị xóa.'}
          </Text>
          {accept.error && <ErrorState error={accept.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={accept.isPending}>
              Chấp nhận
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
