import { Text } from '@mantine/core';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { mostUploadMb } from '../contract/uploads.ts';
import type { Upload } from './use-upload.ts';

const endings = ['.pdf', '.docx', '.xlsx', '.doc', '.xls', '.jpg', '.jpeg', '.png', '.txt', '.zip', '.pptx', '.mp4'];

export interface UploadFieldProps {
  /** What to drop here while nothing is chosen. */
  readonly title: string;
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly upload: Upload;
}

/** Chooses the file of evidence, and shows how far it has come once the form sends it. */
export function UploadField({ title, file, onFile, upload }: UploadFieldProps) {
  return (
    <>
      <FileDrop
        endings={endings}
        maximumMb={mostUploadMb}
        title={file ? 'Thay tệp khác' : title}
        progress={upload.progress}
        error={upload.error}
        onCancel={upload.cancel}
        onFile={onFile}
      />
      {file && <Text size="sm">Đã chọn: {file.name}</Text>}
    </>
  );
}
