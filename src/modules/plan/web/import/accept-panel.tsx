import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { parsePlainDate } from '#kernel/plain-date.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { acceptImport, previewAccept } from '../../contract/imports.ts';
import { DiffTable } from '../plan/diff-table.tsx';
import type { ReadImport } from './review.tsx';

type Kind = 'first' | 'amend' | 'replace';

/** Accepting: as the first version, or as a change of the year's plan after its differences were shown. */
export function AcceptPanel({ answer }: { answer: ReadImport }) {
  const [isAsked, setAsked] = useState(false);
  const may = useMay();
  const words = answer.obstacles.map((obstacle) => obstacle.message).join(' ');
  const verdict = !may('plan.accept') ? refused('may') : answer.obstacles.length > 0 ? refused('obstacles') : allowed;
  return (
    <>
      <ActionButton
        verdict={verdict}
        words={{ may: 'Tài khoản này không có quyền chấp nhận kế hoạch.', obstacles: words }}
        onClick={() => setAsked(true)}
      >
        Chấp nhận
      </ActionButton>
      {isAsked && <AcceptDialog answer={answer} onClose={() => setAsked(false)} />}
    </>
  );
}

function AcceptDialog({ answer, onClose }: { answer: ReadImport; onClose: () => void }) {
  const navigate = useNavigate();
  const plan = answer.plansOfYear[0];
  const [kind, setKind] = useState<Kind>(plan ? 'amend' : 'first');
  const [number, setNumber] = useState(answer.reading.decision.number ?? '');
  const [date, setDate] = useState(answer.reading.decision.date ?? '');
  const accept = useSend(acceptImport, {
    onSuccess: (done) => {
      notify('done', `Đã chấp nhận kế hoạch, phiên bản ${done.version}.`);
      void navigate(`/ke-hoach/${done.planId}`);
    },
  });
  const isWrongDate = date !== '' && parsePlainDate(date) === undefined;
  return (
    <Modal opened onClose={onClose} title="Chấp nhận kế hoạch" size={kind === 'first' ? 'md' : '70rem'}>
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
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Ngày quyết định"
          value={date}
          error={isWrongDate && 'Không có ngày này.'}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        {plan && kind !== 'first' && <Preview answer={answer} kind={kind} />}
        {accept.error && <ErrorState error={accept.error} />}
        <Text size="sm" c="dimmed">
          Sau khi chấp nhận, mọi người tra cứu được kế hoạch này. Các phiên bản trước vẫn đọc được; việc trễ hạn trước
          đó không bị xóa.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button
            loading={accept.isPending}
            disabled={isWrongDate}
            onClick={() =>
              accept.mutate({
                params: { importId: answer.id },
                body: {
                  version: answer.version,
                  kind,
                  ...(plan && kind !== 'first' ? { planId: plan.id, planVersion: plan.version } : {}),
                  decision: { number: number.trim() || null, date: (parsePlainDate(date) ?? null) as never },
                },
              })
            }
          >
            Chấp nhận
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ answer, kind }: { answer: ReadImport; kind: 'amend' | 'replace' }) {
  const plan = answer.plansOfYear[0];
  const diff = useCall(
    previewAccept,
    { params: { importId: answer.id }, body: { kind, planId: plan?.id as never } },
    { enabled: plan !== undefined },
  );
  if (diff.error) return <ErrorState error={diff.error} />;
  return diff.data ? <DiffTable diff={diff.data} /> : <Text size="sm">Đang so sánh …</Text>;
}
