import '../org.css';
import { Button, Checkbox, Select, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { useSession } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listUnits, reorganiseUnits } from '../../contract/units.ts';
import type { SuccessionKind } from '../../domain/succession.ts';
import { FieldInput } from '../form-field.tsx';
import { blankLine, bodyOf, mayBeSent, type SuccessorLine } from './reorganisation-draft.ts';
import { SuccessorFields } from './successor-fields.tsx';
import { useUnitChoices } from './unit-choices.ts';

const kinds = [
  { value: 'merge', label: 'Nhập: một hoặc nhiều đơn vị thành một' },
  { value: 'split', label: 'Chia tách: một đơn vị thành nhiều' },
  { value: 'rename', label: 'Thành lập lại: một đơn vị thành một đơn vị mới' },
];

/** A merge, split or refounding by a decision, from a day. */
export function Component() {
  const { unit } = useSession();
  const navigate = useNavigate();
  const choices = useUnitChoices();
  const units = useCall(listUnits, { query: { every: 'yes', size: 200 } });
  const send = useSend(reorganiseUnits);
  const [kind, setKind] = useState<SuccessionKind>('merge');
  const [day, setDay] = useState<PlainDate>();
  const [citation, setCitation] = useState('');
  const [predecessors, setPredecessors] = useState<readonly (Id | null)[]>([unit.id as string as Id]);
  const [successors, setSuccessors] = useState<readonly SuccessorLine[]>([blankLine(true)]);
  const [continues, setContinues] = useState(false);
  const draft = { kind, day, citation, predecessors, successors, continues };
  const isWhole = mayBeSent(draft);
  function submit() {
    const body = bodyOf(draft, units.data?.rows ?? []);
    if (!body) return;
    send.mutate({ body }, { onSuccess: () => notify('done', 'Đã ghi việc sắp xếp đơn vị.') });
  }
  useEffect(() => {
    if (send.isSuccess) navigate('/quan-tri/don-vi?every=yes');
  }, [send.isSuccess, navigate]);
  return (
    <>
      <PageHeader
        title="Nhập, chia tách đơn vị"
        back={{ to: '/quan-tri/don-vi', label: 'Đơn vị' }}
        note="Đơn vị cũ kết thúc vào ngày trước đó. Hồ sơ, số liệu cũ vẫn mang tên cũ và mở được từ đơn vị kế thừa."
      />
      <FormFrame
        submit="Ghi việc sắp xếp"
        isChanged={!send.isSuccess && (citation !== '' || day !== undefined)}
        isPending={send.isPending}
        error={send.error}
        verdict={isWhole ? allowed : { ok: false, code: 'incomplete' }}
        words={{ incomplete: 'Xin điền ngày, căn cứ, các đơn vị cũ và các đơn vị kế tiếp.' }}
        onSubmit={submit}
        onCancel={() => navigate('/quan-tri/don-vi')}
      >
        <Select
          label="Việc sắp xếp"
          data={kinds}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind((value ?? 'merge') as SuccessionKind)}
        />
        <DateField label="Có hiệu lực từ ngày" value={day} onChange={setDay} required />
        <TextInput
          label="Căn cứ"
          description="Ví dụ: Nghị quyết số 1686/NQ-UBTVQH15 ngày 16/06/2025."
          value={citation}
          required
          onChange={(event) => setCitation(event.currentTarget.value)}
        />
        <Title order={2}>Đơn vị cũ</Title>
        {predecessors.map((id, at) => (
          <FieldInput
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own before they are sent.
            key={at}
            field={{ name: 'unit', label: `Đơn vị ${at + 1}`, kind: 'pick', options: choices }}
            value={id}
            error={undefined}
            onChange={(value) => setPredecessors(predecessors.map((one, i) => (i === at ? (value as Id) : one)))}
          />
        ))}
        {kind === 'merge' && (
          <div>
            <Button variant="default" onClick={() => setPredecessors([...predecessors, null])}>
              Thêm đơn vị cũ
            </Button>
          </div>
        )}
        {kind === 'split' && (
          <Checkbox
            label="Đơn vị cũ vẫn tồn tại, chỉ tách một phần"
            checked={continues}
            onChange={(event) => setContinues(event.currentTarget.checked)}
          />
        )}
        <Title order={2}>Đơn vị kế tiếp</Title>
        {successors.map((line, at) => (
          <SuccessorFields
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own before they are sent.
            key={at}
            line={line}
            mayInherit={!continues}
            onChange={(changed) => setSuccessors(withLine(successors, at, changed))}
          />
        ))}
        {kind === 'split' && (
          <div>
            <Button variant="default" onClick={() => setSuccessors([...successors, blankLine(false)])}>
              Thêm đơn vị kế tiếp
            </Button>
          </div>
        )}
      </FormFrame>
    </>
  );
}

/** Only one successor inherits: choosing one takes it from the others. */
function withLine(lines: readonly SuccessorLine[], at: number, changed: SuccessorLine): readonly SuccessorLine[] {
  return lines.map((line, i) => {
    if (i === at) return changed;
    return changed.heir ? { ...line, heir: false } : line;
  });
}
