import './task.css';
import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { useSend } from '#web/use-send.ts';
import { exportPaths } from '../../contract/exports.ts';
import { readTaskSheet } from '../../contract/tasks.ts';

type Reading = AnswerOf<typeof readTaskSheet>;

const whatWords = { new: 'Việc mới', changed: 'Sửa', same: 'Không đổi' } as const;

/** Tasks from Excel: read first, every bad cell listed, and saved only when there is none and the person says so. */
export function SheetImport() {
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<number>();
  const send = useSend(readTaskSheet, {
    onProgress: setProgress,
    onSettled: () => setProgress(undefined),
    onSuccess: ({ saved, added, changed }) => {
      if (saved) notify('done', `Đã lưu: ${added} việc mới, ${changed} việc sửa.`);
    },
  });
  const reading = send.data;
  return (
    <>
      <Text mb="sm" size="sm">
        Mỗi dòng là một sản phẩm với hạn và người chủ trì. Lấy{' '}
        <Anchor href={exportPaths('tasks').sheet} download underline="always" inherit>
          bảng Excel của các việc đang có
        </Anchor>{' '}
        làm mẫu: sửa dòng có sẵn để đổi việc, thêm dòng không có mã để giao việc mới. Đọc thử trước, chưa lưu gì.
      </Text>
      <FileDrop
        title="Thả bảng Excel vào đây"
        endings={['.xlsx']}
        maximumMb={20}
        progress={progress}
        error={send.error?.message}
        onFile={(chosen) => {
          setFile(chosen);
          send.mutate({ file: chosen, body: { save: 'no' } });
        }}
      />
      {reading && <ReadSheet reading={reading} />}
      {file && reading && !reading.saved && reading.errors.length === 0 && reading.added + reading.changed > 0 && (
        <Button mt="md" loading={send.isPending} onClick={() => send.mutate({ file, body: { save: 'yes' } })}>
          Lưu {reading.added} việc mới, {reading.changed} việc sửa
        </Button>
      )}
    </>
  );
}

function ReadSheet({ reading }: { reading: Reading }) {
  const { errors, preview, saved } = reading;
  return (
    <section aria-label="Kết quả đọc" aria-live="polite">
      <Alert color={errors.length > 0 ? 'red' : 'green'} my="md">
        {errors.length > 0
          ? `Có ${errors.length} ô cần sửa, chưa lưu gì. Sửa trong Excel rồi đưa tệp lên lại.`
          : `${saved ? 'Đã lưu' : 'Đọc được, chưa lưu'}: ${reading.added} việc mới, ${reading.changed} việc sửa, ${reading.unchanged} việc không đổi.`}
      </Alert>
      {errors.length > 0 && (
        <div className="task-wide">
          <table className="plain-table" aria-label="Ô cần sửa">
            <thead>
              <tr>
                <th scope="col">Ô</th>
                <th scope="col">Cột</th>
                <th scope="col">Đang ghi</th>
                <th scope="col">Cần sửa</th>
              </tr>
            </thead>
            <tbody>
              {errors.map((one) => (
                <tr key={`${one.cell}${one.message}`}>
                  <td>{one.cell}</td>
                  <td>{one.column}</td>
                  <td>{one.value}</td>
                  <td>{one.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {preview.length > 0 && (
        <div className="task-wide">
          <table className="plain-table" aria-label="Việc đọc được">
            <thead>
              <tr>
                <th scope="col">Dòng</th>
                <th scope="col">Nội dung</th>
                <th scope="col">Sẽ</th>
              </tr>
            </thead>
            <tbody>
              {preview.map((one) => (
                <tr key={one.row}>
                  <td>{one.row}</td>
                  <td>{one.content}</td>
                  <td>{whatWords[one.what]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
