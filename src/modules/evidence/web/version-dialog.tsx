import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { addFileVersion } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { UploadField } from './upload-field.tsx';
import { useUpload } from './use-upload.ts';

/** Adds a version of the file; those before it stay. */
export function VersionDialog({ evidence, onClose }: { evidence: EvidenceRow; onClose: () => void }) {
  const [file, setFile] = useState<File>();
  const [note, setNote] = useState('');
  const upload = useUpload();
  const add = useSend(addFileVersion);
  async function send() {
    if (!file) return;
    const uploadId = await upload.send(file);
    if (!uploadId) return;
    const body = { version: evidence.version, uploadId, note: note.trim() || null };
    add.mutate(
      { params: { evidenceId: evidence.id }, body },
      {
        onSuccess: () => {
          notify('done', 'Đã thêm phiên bản tệp.');
          onClose();
        },
      },
    );
  }
  return (
    <Modal opened onClose={onClose} title={evidence.file ? 'Thêm phiên bản tệp' : 'Thêm tệp'} size="lg">
      <div className="evidence-form">
        <Text size="sm">Các phiên bản trước được giữ nguyên, xem lại được.</Text>
        <UploadField title="Thả tệp vào đây" file={file} onFile={setFile} upload={upload} />
        <TextInput
          label="Vì sao có phiên bản này"
          placeholder="Ví dụ: bổ sung phụ lục, bản đã đóng dấu"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {add.error && (
          <Alert color="red" role="alert">
            {add.error.message}
          </Alert>
        )}
        <Group gap="sm">
          <Button disabled={!file} loading={add.isPending || upload.progress !== undefined} onClick={() => void send()}>
            Thêm phiên bản
          </Button>
          <Button variant="default" onClick={onClose}>
            Hủy
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
