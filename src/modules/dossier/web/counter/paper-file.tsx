import { Button, FileButton, Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import type { Id } from '#kernel/brands.ts';
import { enterFile } from '#modules/evidence/contract/evidence.ts';
import { useUpload } from '#modules/evidence/web/use-upload.ts';
import { useSend } from '#web/use-send.ts';
import type { Paper } from './intake-value.ts';

interface PaperFileProps {
  readonly paper: Paper;
  readonly onFile: (evidenceId: Id) => void;
}

const mostTitle = 200;

/** The scan or photo of a paper: chosen, sent even over a bad line, and kept with the paper. */
export function PaperFile({ paper, onFile }: PaperFileProps) {
  const upload = useUpload();
  const enter = useSend(enterFile, { refresh: 'none' });
  async function take(file: File | null) {
    if (!file) return;
    const uploadId = await upload.send(file);
    if (!uploadId) return;
    const title = paper.name.slice(0, mostTitle).padEnd(3, '.');
    enter.mutate({ body: { title, uploadId } }, { onSuccess: ({ evidence }) => onFile(evidence.id) });
  }
  const problem = upload.error ?? enter.error?.message;
  return (
    <>
      <FileButton accept="application/pdf,image/*" onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-md"
            loading={upload.progress !== undefined || enter.isPending}
            leftSection={<IconScan size={18} stroke={1.6} />}
          >
            {paper.evidenceId ? 'Đã có bản quét, thay' : 'Bản quét'}
          </Button>
        )}
      </FileButton>
      {problem && (
        <Text size="sm" c="red.8" role="alert">
          {problem}
        </Text>
      )}
    </>
  );
}
