import './evidence.css';
import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import type { Verdict } from '#kernel/verdict.ts';
import { RecordHistory } from '#modules/history/web/record-history.tsx';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SplitView } from '#web/ui/split-view.tsx';
import { useCall } from '#web/use-call.ts';
import { getEvidence } from '../contract/evidence.ts';
import type { EvidenceAnswer } from '../contract/parts.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { VersionDialog } from './version-dialog.tsx';
import { VersionList } from './version-list.tsx';

/** One piece of evidence: what it is, its file beside, its versions, what uses it, and its history. */
export function Component() {
  const evidenceId = useParams()['evidenceId'] as Id;
  const found = useCall(getEvidence, { params: { evidenceId } });
  const [number, setNumber] = useState<number>();
  const [shown, setShown] = useState<'start' | 'end'>('start');
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Text role="status">Đang mở…</Text>;
  const evidence = found.data;
  const facts = (
    <Facts
      evidence={evidence}
      onView={(version) => {
        setNumber(version);
        setShown('end');
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={evidence.name}
        note={evidence.kind === 'document' ? evidence.title : undefined}
        back={{ to: '/minh-chung', label: 'Minh chứng' }}
        actions={<Acts evidence={evidence} />}
      />
      {evidence.versions.length === 0 ? (
        facts
      ) : (
        <SplitView
          name="evidence"
          shown={shown}
          onShow={setShown}
          start={{ label: 'Thông tin', content: facts }}
          end={{
            label: 'Tệp',
            content: <EvidenceViewer evidenceId={evidenceId} {...(number !== undefined && { number })} />,
          }}
        />
      )}
    </>
  );
}

function verdictFrom({ ok, reason }: EvidenceAnswer['mayChange']): Verdict {
  return ok ? { ok } : { ok: false, code: reason ?? '' };
}

function Acts({ evidence }: { evidence: EvidenceAnswer }) {
  const [open, setOpen] = useState<'correct' | 'version'>();
  const { mayChange, mayAddFile } = evidence;
  const words = {
    [mayChange.reason ?? '']: mayChange.reason ?? '',
    [mayAddFile.reason ?? '']: mayAddFile.reason ?? '',
  };
  const close = () => setOpen(undefined);
  return (
    <>
      <ActionButton verdict={verdictFrom(mayAddFile)} words={words} onClick={() => setOpen('version')}>
        {evidence.file ? 'Thêm phiên bản tệp' : 'Thêm tệp'}
      </ActionButton>
      <ActionButton variant="default" verdict={verdictFrom(mayChange)} words={words} onClick={() => setOpen('correct')}>
        Sửa thông tin
      </ActionButton>
      {open === 'correct' && <CorrectDialog evidence={evidence} onClose={close} />}
      {open === 'version' && <VersionDialog evidence={evidence} onClose={close} />}
    </>
  );
}

function Facts({ evidence, onView }: { evidence: EvidenceAnswer; onView: (number: number) => void }) {
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  return (
    <>
      <FactList evidence={evidence} />
      <section className="evidence-section">
        <Title order={2}>Các phiên bản tệp</Title>
        <VersionList evidenceId={evidence.id} versions={evidence.versions} onView={onView} />
      </section>
      <section className="evidence-section">
        <Title order={2}>Đang dùng cho</Title>
        <Uses uses={evidence.uses} />
      </section>
      <section className="evidence-section">
        <Title order={2}>Lịch sử</Title>
        {isHistoryOpen ? (
          <RecordHistory type="evidence" id={evidence.id} />
        ) : (
          <Button variant="default" onClick={() => setHistoryOpen(true)}>
            Xem lịch sử thay đổi
          </Button>
        )}
      </section>
    </>
  );
}

function FactList({ evidence }: { evidence: EvidenceAnswer }) {
  const facts: readonly (readonly [string, string | null])[] =
    evidence.kind === 'document'
      ? [
          ['Số, ký hiệu', `${evidence.number}/${evidence.symbol}`],
          ['Ngày ban hành', evidence.issuedOn && formatDate(evidence.issuedOn)],
          ['Loại văn bản', evidence.documentType],
          ['Cơ quan ban hành', evidence.issuer ?? 'Đơn vị mình'],
          ['Người ký', evidence.signer],
          ['Mức độ', evidence.level === 'secret' ? 'Mật – chỉ ghi số, ký hiệu và ngày' : null],
          ['Người nhập', evidence.createdByName],
        ]
      : [
          ['Tên', evidence.title],
          ['Người nhập', evidence.createdByName],
        ];
  return (
    <dl className="evidence-facts">
      {facts.flatMap(([label, value]) =>
        value === null ? [] : [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>],
      )}
    </dl>
  );
}

function Uses({ uses }: { uses: EvidenceAnswer['uses'] }) {
  if (uses.length === 0)
    return <Text size="sm">Chưa dùng cho nhiệm vụ hay báo cáo nào mà tài khoản này xem được.</Text>;
  return (
    <ul>
      {uses.map((use) => (
        <li key={`${use.recordType}-${use.recordId}`}>
          <Group gap="xs">
            <Link to={use.path}>{use.title}</Link>
          </Group>
        </li>
      ))}
    </ul>
  );
}
