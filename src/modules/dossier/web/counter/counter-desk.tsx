import '@mantine/core/styles/Switch.css';
import { Alert, Anchor, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { useUnsaved } from '#web/use-unsaved.ts';
import { formKindWords } from '../../text/form-words.ts';
import { momentText } from '../shared/moment-text.ts';
import { formAddress, showForms } from '../shared/show-forms.ts';
import { type Afterwards, AfterwardsFields, emptyAfterwards, receivedAtOf } from './afterwards-fields.tsx';
import { IntakeActs, type Received } from './intake-acts.tsx';
import { IntakeForm } from './intake-form.tsx';
import { type IntakeValue, intakeOf, titleOf } from './intake-value.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { usePreview } from './use-preview.ts';
import { type DraftState, useServerDraft } from './use-server-draft.ts';

interface CounterDeskProps {
  readonly draftId: Id;
  readonly version: number;
  /** Its tab is in front: keys are for it. */
  readonly isShown: boolean;
  readonly initial: IntakeValue;
  readonly onTitle: (title: string) => void;
  /** The dossier was entered or thrown away: the next one. */
  readonly onNext: () => void;
}

const draftWords: Readonly<Record<DraftState, string>> = {
  none: '',
  changed: 'Đang giữ bản nháp…',
  kept: 'Đã giữ bản nháp trên máy chủ',
  'not-kept': 'Chưa giữ được bản nháp: mất kết nối. Cứ nhập tiếp, máy sẽ thử lại.',
};

/** One dossier at the counter, from the first key to the printed slip. */
export function CounterDesk({ draftId, version, isShown, initial, onTitle, onNext }: CounterDeskProps) {
  const [value, setValue] = useState(initial);
  const [afterwards, setAfterwards] = useState<Afterwards>();
  const [received, setReceived] = useState<Received>();
  const draft = useServerDraft(draftId, version, value);
  const preview = usePreview(value, afterwards && receivedAtOf(afterwards));
  useUnsaved(!received && (draft.state === 'changed' || draft.state === 'not-kept'));
  const title = titleOf(value);
  useEffect(() => onTitle(title), [title, onTitle]);
  useEffect(() => {
    if (!isShown) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !event.ctrlKey) return;
      event.preventDefault();
      document.getElementById(`tiep-nhan-${draftId}`)?.click();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isShown, draftId]);
  if (received) return <ReceivedPanel received={received} onNext={onNext} />;
  return (
    <div className="counter">
      <div>
        <IntakeForm value={value} onChange={setValue} />
        <Switch
          my="md"
          label="Nhập bù hồ sơ đã nhận trên giấy (mất điện, mất mạng)"
          checked={afterwards !== undefined}
          onChange={(event) => setAfterwards(event.currentTarget.checked ? emptyAfterwards : undefined)}
        />
        {afterwards && <AfterwardsFields value={afterwards} onChange={setAfterwards} />}
      </div>
      <aside className="counter-side" aria-label="Kết quả nếu tiếp nhận bây giờ">
        <PreviewPanel preview={preview} />
        <IntakeActs
          intake={intakeOf(value)}
          draftId={draftId}
          isDraftKept={draft.state === 'kept'}
          missing={preview?.missing ?? []}
          isImmediate={preview?.isImmediate ?? false}
          afterwards={afterwards}
          onDone={(answer) => {
            draft.end();
            setReceived(answer);
            showForms(answer);
          }}
        />
        <Group mt="md" justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {draftWords[draft.state]}
          </Text>
          {draft.state !== 'none' && (
            <Button variant="subtle" size="compact-md" onClick={() => void draft.drop().then(onNext, onNext)}>
              Bỏ bản nháp
            </Button>
          )}
        </Group>
      </aside>
    </div>
  );
}

/** What came of it: the code large enough to read out, the slips, and the way to the next one. */
function ReceivedPanel({ received, onNext }: { received: Received; onNext: () => void }) {
  const { code, id, due, forms, state } = received;
  const words = {
    refused: 'Đã từ chối tiếp nhận',
    'intake-supplement': 'Đã yêu cầu bổ sung',
    returned: 'Đã trả kết quả',
  };
  return (
    <Alert color="green" title={words[state as keyof typeof words] ?? 'Đã tiếp nhận'}>
      <Stack gap="sm">
        {code && <strong className="counter-code">{code}</strong>}
        {due.current && <Text>Hẹn trả: {momentText(due.current)}</Text>}
        <Group gap="sm">
          <Button autoFocus onClick={onNext}>
            Hồ sơ tiếp theo (Alt+N)
          </Button>
          {forms.map((form) => (
            <Button key={form.id} component="a" variant="default" target="_blank" href={formAddress(form.id)}>
              In {formKindWords[form.kind].toLowerCase()}
            </Button>
          ))}
          <Anchor component={Link} to={`/ho-so/${id}`}>
            Mở hồ sơ
          </Anchor>
        </Group>
      </Stack>
    </Alert>
  );
}
