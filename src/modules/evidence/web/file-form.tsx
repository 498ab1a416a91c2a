import './evidence.css';
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSend } from '#web/use-send.ts';
import { enterFile } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { UploadField } from './upload-field.tsx';
import { useUpload } from './use-upload.ts';

export interface FileFormProps {
  readonly onDone: (evidence: EvidenceRow) => void;
  readonly onCancel: () => void;
}

/** Enters a file that is no numbered document: it is sent while its name is being written. */
export function FileForm({ onDone, onCancel }: FileFormProps) {
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const upload = useUpload();
  const enter = useSend(enterFile);
  const isReady = file !== undefined && title.trim().length >= 3;
  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!isReady || enter.isPending || upload.progress !== undefined) return;
    const uploadId = await upload.send(file);
    if (uploadId) enter.mutate({ body: { title, uploadId } }, { onSuccess: (answer) => onDone(answer.evidence) });
  }
  return (
    <form className="evidence-form" noValidate onSubmit={(event) => void submit(event)}>
      <UploadField
        title="Thả tệp minh chứng vào đây"
        file={file}
        upload={upload}
        onFile={(chosen) => {
          setFile(chosen);
          if (title === '') setTitle(chosen.name.replace(/\.\w{1,5}$/, ''));
        }}
      />
      <TextInput
        label="Tên minh chứng"
        description="Ví dụ: Ảnh niêm yết thủ tục tại bộ phận một cửa"
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {enter.error && (
        <Alert color="red" role="alert">
          {enter.error.message}
        </Alert>
      )}
      <Group gap="sm">
        <Button type="submit" disabled={!isReady} loading={enter.isPending || upload.progress !== undefined}>
          Nhập tệp
        </Button>
        <Button variant="default" onClick={onCancel}>
          Hủy
        </Button>
      </Group>
    </form>
  );
}
