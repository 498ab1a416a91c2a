import './process.css';
import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { writeTerm } from '#kernel/term.ts';
import { notify } from '#web/notices.ts';
import { useMay, useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { useUnsaved } from '#web/use-unsaved.ts';
import type { ShownFinding } from '../contract/body.ts';
import { getProcess, startVersion } from '../contract/processes.ts';
import { getProcessVersion, putProcessInForce, saveProcessVersion, type VersionAnswer } from '../contract/versions.ts';
import { conditions, type ProcessBody } from '../domain/process.ts';
import { conditionNames, notConditionNames, sourceNames, stateNames } from '../text/names.ts';
import { ProcessDiagram } from './process-diagram.tsx';
import { StepTable } from './step-table.tsx';

/** One version of a process: its steps, drawn and in a table, what must be looked at, and putting it in force. */
export function Component() {
  const id = useParams().versionId as Id;
  const found = useCall(getProcessVersion, { params: { id } });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  return <Version key={`${id}${found.data.version}`} data={found.data} />;
}

function bodyOf({ steps, links, declared }: VersionAnswer): ProcessBody {
  return { steps, links, declared };
}

function Version({ data }: { data: VersionAnswer }) {
  const may = useMay();
  const navigate = useNavigate();
  const [body, setBody] = useState<ProcessBody>(() => bodyOf(data));
  const [isEnacting, setEnacting] = useState(false);
  const save = useSend(saveProcessVersion);
  const start = useSend(startVersion);
  const isChanged = JSON.stringify(body) !== JSON.stringify(bodyOf(data));
  useUnsaved(isChanged);
  const isDraft = data.state === 'draft' && may('process.manage');
  function onSave() {
    const sent = { ...body, citation: data.citation, note: data.note, version: data.version };
    save.mutate(
      { params: { id: data.id }, body: sent as never },
      { onSuccess: () => notify('done', 'Đã lưu bản thảo.') },
    );
  }
  const since = data.effectiveFrom && ` từ ${formatDate(data.effectiveFrom)}`;
  return (
    <>
      <PageHeader
        title={data.name}
        back={{ to: '/quy-trinh', label: 'Quy trình nội bộ' }}
        note={`${data.procedureCode} · bản ${data.number} · ${stateNames[data.state]}${since ?? ''} · ${sourceNames[data.source]}${data.exampleOf ? ` của ${data.exampleOf}` : ''}${data.legalTerm ? ` · thời hạn theo danh mục: ${writeTerm(data.legalTerm)}` : ''}`}
        actions={
          <>
            {isDraft && (
              <Button loading={save.isPending} disabled={!isChanged} onClick={onSave}>
                Lưu bản thảo
              </Button>
            )}
            {isDraft && (
              <Button variant="default" disabled={isChanged} onClick={() => setEnacting(true)}>
                Ban hành
              </Button>
            )}
            {!isDraft && may('process.manage') && (
              <Button
                variant="default"
                loading={start.isPending}
                onClick={() =>
                  start.mutate(
                    { params: { id: data.processId }, body: { copyOf: data.id } },
                    {
                      onSuccess: ({ versionId }) => navigate(`/quy-trinh/${versionId}`),
                      onError: (error) => notify('error', error.message),
                    },
                  )
                }
              >
                Soạn bản mới
              </Button>
            )}
          </>
        }
      />
      {save.error && (
        <Alert color="red" role="alert" mb="md">
          {save.error.message}
        </Alert>
      )}
      <Findings findings={data.findings} isChanged={isChanged} />
      <div className="process-layout">
        <StepTable body={body} isFixed={!isDraft} onChange={setBody} />
        <div>
          <ProcessDiagram body={body} />
          <Ways body={body} />
        </div>
      </div>
      <Versions processId={data.processId} current={data.id} />
      {isEnacting && <EnactDialog data={data} onClose={() => setEnacting(false)} />}
    </>
  );
}

function Findings({ findings, isChanged }: { findings: readonly ShownFinding[]; isChanged: boolean }) {
  if (findings.length === 0) return <StatusBadge tone="done">Không có điểm phải xem</StatusBadge>;
  return (
    <section aria-label="Kiểm tra quy trình">
      <ul className="process-findings">
        {findings.map((one) => (
          <li key={`${one.kind}${one.stepNo ?? ''}${one.message}`}>
            <StatusBadge tone={one.severity === 'error' ? 'error' : 'doubt'}>
              {one.severity === 'error' ? 'Lỗi' : 'Cần xem'}
            </StatusBadge>{' '}
            {one.message}
          </li>
        ))}
      </ul>
      {isChanged && <p className="dimmed">Lưu bản thảo để kiểm tra lại.</p>}
    </section>
  );
}

/** Branches and returns in words, as the diagram draws them. */
function Ways({ body: { links } }: { body: ProcessBody }) {
  const told = links.filter((link) => link.kind === 'return' || link.condition !== null);
  if (told.length === 0) return null;
  const when = (condition: string | null, holds: boolean | null) => {
    const known = conditions.find((one) => one === condition);
    if (!known) return condition ?? '';
    return holds ? conditionNames[known] : notConditionNames[known];
  };
  return (
    <ul aria-label="Nhánh và trả lại">
      {told.map((link) => (
        <li key={`${link.kind}${link.from}-${link.to}${link.condition ?? ''}${link.holds ?? ''}`}>
          {link.kind === 'return'
            ? `Bước ${link.from} được trả lại bước ${link.to}`
            : `Bước ${link.from} → bước ${link.to}: khi ${when(link.condition, link.holds)}`}
        </li>
      ))}
    </ul>
  );
}

function Versions({ processId, current }: { processId: Id; current: Id }) {
  const navigate = useNavigate();
  const found = useCall(getProcess, { params: { id: processId } });
  const versions = found.data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <Group mt="lg" gap="xs" aria-label="Các phiên bản">
      {versions.map((one) => (
        <Button
          key={one.id}
          size="compact-md"
          variant={one.id === current ? 'filled' : 'default'}
          onClick={() => navigate(`/quy-trinh/${one.id}`)}
        >
          Bản {one.number}: {stateNames[one.state]}
        </Button>
      ))}
    </Group>
  );
}

function EnactDialog({ data, onClose }: { data: VersionAnswer; onClose: () => void }) {
  const today = useToday();
  const [from, setFrom] = useState<PlainDate | undefined>(today);
  const [citation, setCitation] = useState(data.citation);
  const [reason, setReason] = useState('');
  const send = useSend(putProcessInForce);
  const doubts = data.findings.filter((one) => one.severity === 'warning').length;
  return (
    <Modal opened onClose={onClose} title="Ban hành quy trình này?">
      <Stack gap="sm">
        <p>Hồ sơ nhận từ ngày áp dụng theo quy trình này; hồ sơ đang giải quyết giữ quy trình cũ.</p>
        <DateField label="Áp dụng từ ngày" required value={from} onChange={setFrom} />
        <TextInput
          label="Căn cứ (số quyết định)"
          required
          value={citation}
          onChange={(event) => setCitation(event.currentTarget.value)}
        />
        {doubts > 0 && (
          <Textarea
            label={`Vì sao vẫn ban hành khi còn ${doubts} điểm cần xem`}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
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
          <Button
            disabled={!from || citation.trim().length < 3 || (doubts > 0 && reason.trim().length < 3)}
            loading={send.isPending}
            onClick={() =>
              from &&
              send.mutate(
                {
                  params: { id: data.id },
                  body: {
                    ...{ effectiveFrom: from, citation: citation.trim(), version: data.version },
                    ...(reason.trim() && { reason: reason.trim() }),
                  },
                },
                {
                  onSuccess: () => {
                    notify('done', 'Đã ban hành.');
                    onClose();
                  },
                },
              )
            }
          >
            Ban hành
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
