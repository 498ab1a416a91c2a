import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { callKey, useCall } from '#web/use-call.ts';
import { getImport, getImportProgress } from '../../contract/imports.ts';
import { Review } from './review.tsx';

const back = { to: '/nhap-ke-hoach', label: 'Nhập kế hoạch' };

/** One import: its progress while it is read, its refusal, or its review beside the document. */
export function Component() {
  const { importId } = useParams() as { importId: Id };
  const input = { params: { importId } };
  const answer = useCall(getImport, input);
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return null;
  const { state, refusal, fileName, reading } = answer.data;
  if (state === 'reading') return <Reading importId={importId} fileName={fileName} />;
  if (state === 'refused')
    return (
      <>
        <PageHeader title={fileName} back={back} />
        <Alert color="red" title="Không đọc được tệp này" maw="44rem" role="alert">
          <p>{refusal?.message}</p>
          <Button component={Link} to="/nhap-ke-hoach" variant="default">
            Chọn tệp khác
          </Button>
        </Alert>
      </>
    );
  if (!reading) return null;
  return <Review key={importId} answer={{ ...answer.data, reading }} />;
}

/** Asks every second how far the reading is, and shows the review by itself when it is done. */
function Reading({ importId, fileName }: { importId: Id; fileName: string }) {
  const client = useQueryClient();
  const input = { params: { importId } };
  const progress = useCall(getImportProgress, input, { refetchInterval: 1_000 });
  const state = progress.data?.state ?? 'reading';
  useEffect(() => {
    if (state !== 'reading') void client.invalidateQueries({ queryKey: callKey(getImport) });
  }, [state, client]);
  return (
    <>
      <PageHeader title={fileName} back={back} />
      <JobProgress
        title="Đang đọc văn bản"
        job={{
          state: 'running',
          share: (progress.data?.progress ?? 0) / 100,
          ...(progress.data?.step && { words: progress.data.step }),
        }}
      />
    </>
  );
}
