import './history.css';
import { Title } from '@mantine/core';
import { useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { getEntry } from '../contract.ts';
import { writeInstant } from '../domain/value-text.ts';
import { ActDetail } from './act-detail.tsx';
import { ProofPanel } from './proof-panel.tsx';

/** One entry of the log: the act in words, and its proof. */
export function Component() {
  const { entryId = '' } = useParams();
  const entry = useCall(getEntry, { params: { entryId: entryId as Id } });
  if (entry.error) return <ErrorState error={entry.error} onRetry={() => void entry.refetch()} />;
  if (!entry.data) return null;
  const act = entry.data;
  return (
    <>
      <PageHeader
        title={`${act.actor} ${act.words}`}
        note={`${writeInstant(Date.parse(act.at))} · ${act.record.name}`}
        back={{ to: '/quan-tri/nhat-ky', label: 'Nhật ký' }}
      />
      <div className="entry">
        <ActDetail act={act} />
        <section>
          <Title order={2}>Bằng chứng</Title>
          <ProofPanel entryId={act.id} />
        </section>
      </div>
    </>
  );
}
