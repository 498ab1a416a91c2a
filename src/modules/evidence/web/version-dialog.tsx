import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { useSend } from '#web/use-send.ts';
import { addFileVersion } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { fileRule } from './file-rule.ts';
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
        <FileDrop
          {...fileRule}
          title={file ? 'Thay tệp khác' : 'Thả tệp vào đây'}
          progress={upload.progress}
          error={upload.error}
          onCancel={upload.cancel}
          onFile={setFile}
        />
        {file && <Text size="sm">Đã chọn: {file.name}</Text>}
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
