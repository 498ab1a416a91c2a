import './file-drop.css';
import { Button, Progress, Text } from '@mantine/core';
import { IconAlertTriangle, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { type FileRule, fileProblem, sizeWords } from './check-file.ts';

export interface FileDropProps extends FileRule {
  /** What to drop here: `Thả tệp kế hoạch vào đây`. */
  readonly title: string;
  readonly onFile: (file: File) => void;
  /** Share sent, 0–1, while a file is on its way. */
  readonly progress?: number | undefined;
  /** What the server said of the last file, or that the line is cut while one is on its way. */
  readonly error?: string | undefined;
  readonly onCancel?: () => void;
}

/** A place to drop one file, or to choose it with the keyboard; says at once what cannot be taken. */
export function FileDrop(props: FileDropProps) {
  const { title, onFile, progress, error, onCancel, endings, maximumMb } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [chosen, setChosen] = useState<File>();
  const id = useId();
  const isSending = progress !== undefined;
  function take(files: FileList | null) {
    const file = files?.[0];
    if (!file || isSending) return;
    const why = files.length > 1 ? 'Hãy chọn từng tệp một.' : fileProblem(file, { endings, maximumMb });
    setProblem(why);
    if (why !== undefined) return;
    setChosen(file);
    onFile(file);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  const told = problem ?? error;
  return (
    <section
      className="file-drop"
      data-over={isOver || undefined}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileUpload size={40} stroke={1.2} aria-hidden />
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" id={id}>
        Nhận {endings.join(', ')}; tối đa {maximumMb} MB
      </Text>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={title}
        accept={endings.join(',')}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {isSending ? (
        <div className="file-drop-sending">
          <Text size="sm">
            {chosen?.name} {chosen && `(${sizeWords(chosen.size)})`} – {Math.round(progress * 100)} %
          </Text>
          <Progress value={progress * 100} aria-label="Đang gửi tệp" />
          {onCancel && (
            <Button variant="subtle" onClick={onCancel}>
              Dừng gửi
            </Button>
          )}
        </div>
      ) : (
        <Button onClick={() => input.current?.click()} aria-describedby={id}>
          Chọn tệp từ máy
        </Button>
      )}
      {told !== undefined && (
        <div className="file-drop-problem" role="alert">
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
          <span>{told}</span>
        </div>
      )}
    </section>
  );
}
