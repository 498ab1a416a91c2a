import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { useSend } from '#web/use-send.ts';
import { askAtIntake, type Intake, receiveDossier, refuseAtIntake } from '../../contract/receive.ts';
import { type Afterwards, receivedAtOf } from './afterwards-fields.tsx';

export type Received = AnswerOf<typeof receiveDossier>;

interface IntakeActsProps {
  readonly intake: Intake | undefined;
  readonly draftId: string;
  readonly isDraftKept: boolean;
  readonly missing: readonly { readonly name: string }[];
  readonly isImmediate: boolean;
  readonly afterwards: Afterwards | undefined;
  readonly onDone: (answer: Received) => void;
}

type Asking = 'ask' | 'refuse' | 'finish' | undefined;

/** What is done with the intake: received, sent back for what is missing, refused, or finished on the spot. */
export function IntakeActs(props: IntakeActsProps) {
  const { intake, draftId, isDraftKept, missing, isImmediate, afterwards, onDone } = props;
  const [asking, setAsking] = useState<Asking>();
  const receive = useSend(receiveDossier);
  const receivedAt = afterwards && receivedAtOf(afterwards);
  const isPaperReady =
    afterwards === undefined ||
    (receivedAt !== undefined && afterwards.code.length >= 3 && afterwards.reason.trim().length >= 5);
  const isReady = intake !== undefined && isPaperReady;
  const isTwice = receive.error?.code === 'dossier-same-open';
  const kept = isDraftKept ? { draftId: draftId as never } : {};
  function onReceive(knowinglyTwice: boolean, finished?: { title: string; number: string | null; toName: string }) {
    if (!intake) return;
    const late =
      afterwards && receivedAt ? { afterwards: { code: afterwards.code, receivedAt, reason: afterwards.reason } } : {};
    const body = { intake, ...kept, knowinglyTwice, ...late, ...(finished && { finished }) };
    receive.mutate({ body }, { onSuccess: onDone });
  }
  return (
    <Stack gap="sm">
      {receive.error && (
        <Alert color={isTwice ? 'yellow' : 'red'} role="alert">
          {receive.error.message}
          {isTwice && (
            <Button mt="xs" size="compact-md" variant="default" onClick={() => onReceive(true)}>
              Vẫn tiếp nhận
            </Button>
          )}
        </Alert>
      )}
      <Group gap="sm">
        <Button
          id={`tiep-nhan-${draftId}`}
          disabled={!isReady}
          loading={receive.isPending}
          onClick={() => onReceive(false)}
        >
          Tiếp nhận (Ctrl+Enter)
        </Button>
        {isImmediate && (
          <Button variant="default" disabled={!isReady} onClick={() => setAsking('finish')}>
            Trả ngay
          </Button>
        )}
        <Button variant="default" disabled={!intake || afterwards !== undefined} onClick={() => setAsking('ask')}>
          Yêu cầu bổ sung
        </Button>
        <Button variant="default" disabled={!intake || afterwards !== undefined} onClick={() => setAsking('refuse')}>
          Từ chối
        </Button>
      </Group>
      {!intake && (
        <Text size="sm" c="dimmed">
          Cần chọn thủ tục và ghi họ tên chủ hồ sơ.
        </Text>
      )}
      {intake && asking === 'finish' && (
        <FinishDialog
          intake={intake}
          isPending={receive.isPending}
          problem={receive.error?.message}
          onClose={() => setAsking(undefined)}
          onSend={(finished) => onReceive(false, finished)}
        />
      )}
      {intake && (asking === 'ask' || asking === 'refuse') && (
        <SendBackDialog
          kind={asking}
          body={{ intake, ...kept }}
          missing={missing}
          onClose={() => setAsking(undefined)}
          onDone={onDone}
        />
      )}
    </Stack>
  );
}

interface FinishDialogProps {
  readonly intake: Intake;
  readonly isPending: boolean;
  readonly problem: string | undefined;
  readonly onSend: (finished: { title: string; number: string | null; toName: string }) => void;
  readonly onClose: () => void;
}

function FinishDialog({ intake, isPending, problem, onSend, onClose }: FinishDialogProps) {
  const [title, setTitle] = useState(`Kết quả ${intake.summary}`.slice(0, 500));
  const [number, setNumber] = useState('');
  const [toName, setToName] = useState(intake.submitter?.name ?? intake.owner.name);
  return (
    <Modal opened onClose={onClose} title="Giải quyết và trả ngay">
      <Stack gap="sm">
        <TextInput label="Kết quả" required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        <TextInput label="Số văn bản" value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
        <TextInput
          label="Người nhận"
          required
          value={toName}
          onChange={(event) => setToName(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button
          loading={isPending}
          disabled={title.trim().length < 2 || toName.trim() === ''}
          onClick={() => onSend({ title: title.trim(), number: number.trim() || null, toName: toName.trim() })}
        >
          Tiếp nhận và trả kết quả
        </Button>
      </Stack>
    </Modal>
  );
}

interface SendBackDialogProps {
  readonly kind: 'ask' | 'refuse';
  readonly body: { readonly intake: Intake };
  readonly missing: readonly { readonly name: string }[];
  readonly onClose: () => void;
  readonly onDone: (answer: AnswerOf<typeof askAtIntake>) => void;
}

/** The full list of what is missing, or the concrete reason of a refusal: both are printed for the applicant. */
function SendBackDialog({ kind, body, missing, onClose, onDone }: SendBackDialogProps) {
  const [items, setItems] = useState(missing.map((one) => one.name).join('\n'));
  const [reason, setReason] = useState('');
  const ask = useSend(askAtIntake);
  const refuse = useSend(refuseAtIntake);
  const isAsk = kind === 'ask';
  const list = items
    .split('\n')
    .flatMap((line) => (line.trim().length >= 2 ? [{ name: line.trim().slice(0, 500), note: '' }] : []));
  const isReady = reason.trim().length >= 5 && (!isAsk || list.length > 0);
  const problem = (isAsk ? ask.error : refuse.error)?.message;
  function onSend() {
    if (isAsk)
      ask.mutate({ body: { ...body, items: list, reason: reason.trim(), until: null } }, { onSuccess: onDone });
    else refuse.mutate({ body: { ...body, reason: reason.trim() } }, { onSuccess: onDone });
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={isAsk ? 'Yêu cầu bổ sung, hoàn thiện hồ sơ' : 'Từ chối tiếp nhận'}>
      <Stack gap="sm">
        {isAsk && (
          <Textarea
            label="Nội dung cần bổ sung, mỗi dòng một nội dung"
            description="Đầy đủ trong một lần."
            required
            autosize
            minRows={3}
            value={items}
            onChange={(event) => setItems(event.currentTarget.value)}
          />
        )}
        <Textarea
          label="Lý do cụ thể (in trên phiếu)"
          required
          autosize
          minRows={2}
          maxLength={4_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button disabled={!isReady} loading={ask.isPending || refuse.isPending} onClick={onSend}>
          {isAsk ? 'Lập phiếu yêu cầu bổ sung' : 'Lập phiếu từ chối'}
        </Button>
      </Stack>
    </Modal>
  );
}
