import './evidence.css';
import { Alert, Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useSend } from '#web/use-send.ts';
import { enterDocument } from '../contract/evidence.ts';
import type { EvidenceRow } from '../contract/parts.ts';
import { readDocumentCode } from '../domain/document-code.ts';
import { errors } from '../text/errors.ts';
import { UploadField } from './upload-field.tsx';
import { useUpload } from './use-upload.ts';

export interface DocumentFormProps {
  /** What was typed when searching, e.g. `45/BC-UBND`. */
  readonly typed?: string;
  readonly onDone: (evidence: EvidenceRow, again: boolean) => void;
  readonly onCancel: () => void;
}

/** Enters an issued document, with its file or without; one marked mật by its number and day alone. */
export function DocumentForm({ typed = '', onDone, onCancel }: DocumentFormProps) {
  const today = useToday();
  const [code, setCode] = useState(readDocumentCode(typed) ? typed.trim() : '');
  const [issuedOn, setIssuedOn] = useState<PlainDate | undefined>(today);
  const [title, setTitle] = useState('');
  const [signer, setSigner] = useState('');
  const [issuer, setIssuer] = useState('');
  const [isSecret, setSecret] = useState(false);
  const [file, setFile] = useState<File>();
  const [wasAsked, setAsked] = useState(false);
  const upload = useUpload();
  const enter = useSend(enterDocument);
  const read = readDocumentCode(code);
  const isReady = read !== undefined && issuedOn !== undefined && (isSecret || title.trim().length >= 3);
  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    if (!isReady || enter.isPending || upload.progress !== undefined) return;
    const uploadId = file && !isSecret ? await upload.send(file) : undefined;
    if (file && !isSecret && uploadId === undefined) return;
    const content = isSecret
      ? { level: 'secret' as const }
      : { title, signer: signer.trim() || null, ...(uploadId && { uploadId }) };
    const body = { ...read, issuedOn, issuer: issuer.trim() || null, ...content };
    enter.mutate({ body }, { onSuccess: (answer) => onDone(answer.evidence, answer.again) });
  }
  const missing = wasAsked ? 'Ô này không được để trống.' : undefined;
  return (
    <form className="evidence-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="evidence-form-row">
        <TextInput
          label="Số, ký hiệu"
          placeholder="45/BC-UBND"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={read === undefined && (code !== '' || wasAsked) ? 'Ghi dạng số/ký hiệu, ví dụ 45/BC-UBND.' : undefined}
        />
        <DateField
          label="Ngày ban hành"
          required
          value={issuedOn}
          onChange={setIssuedOn}
          error={issuedOn ? undefined : missing}
        />
      </div>
      <Checkbox
        label="Văn bản mật"
        checked={isSecret}
        onChange={(event) => setSecret(event.currentTarget.checked)}
        {...(isSecret && { description: errors['evidence-secret-no-content'] as string })}
      />
      {!isSecret && (
        <>
          <Textarea
            label="Trích yếu"
            required
            autosize
            minRows={2}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            error={title.trim().length < 3 ? missing : undefined}
          />
          <TextInput label="Người ký" value={signer} onChange={(event) => setSigner(event.currentTarget.value)} />
        </>
      )}
      <TextInput
        label="Cơ quan ban hành"
        description="Để trống nếu do đơn vị mình ban hành."
        value={issuer}
        onChange={(event) => setIssuer(event.currentTarget.value)}
      />
      {!isSecret && (
        <UploadField title="Tệp văn bản (có thể bổ sung sau)" file={file} onFile={setFile} upload={upload} />
      )}
      {enter.error && (
        <Alert color="red" role="alert">
          {enter.error.message}
        </Alert>
      )}
      <Group gap="sm">
        <Button type="submit" loading={enter.isPending || upload.progress !== undefined}>
          Nhập văn bản
        </Button>
        <Button variant="default" onClick={onCancel}>
          Hủy
        </Button>
      </Group>
    </form>
  );
}
