import '../procedure.css';
import { Alert, Anchor, Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useSend } from '#web/use-send.ts';
import { catalogueJson, catalogueSheet, readCatalogue } from '../../contract/files.ts';
import { DifferenceTable } from './difference-table.tsx';
import { DoubtTable } from './doubt-table.tsx';

type Reading = AnswerOf<typeof readCatalogue>;

/** The catalogue from a file: read first, every difference and doubt shown, saved when the person says so. */
export function Component() {
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<number>();
  const [skips, setSkips] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const send = useSend(readCatalogue, {
    onProgress: setProgress,
    onSettled: () => setProgress(undefined),
    onSuccess: ({ saved }) => {
      if (saved) notify('done', 'Đã lưu danh mục.');
    },
  });
  const reading = send.data;
  return (
    <>
      <PageHeader
        title="Nhập danh mục thủ tục"
        back={{ to: '/thu-tuc', label: 'Danh mục thủ tục' }}
        note="Đọc thử trước, so với danh mục đang có; chưa lưu gì cho đến khi đồng ý."
      />
      <Text mb="sm">
        Lấy{' '}
        <Anchor href={catalogueSheet.path} download underline="always" inherit>
          danh mục đang có bằng Excel
        </Anchor>{' '}
        hoặc{' '}
        <Anchor href={catalogueJson.path} download underline="always" inherit>
          JSON
        </Anchor>{' '}
        làm mẫu. Cột nào tệp không có thì giữ nguyên; chỉ cần mã, tên và lĩnh vực. Nhập lại cùng một tệp không đổi gì.
      </Text>
      <FileDrop
        title="Thả tệp danh mục vào đây"
        endings={['.xlsx', '.json']}
        maximumMb={30}
        progress={progress}
        error={send.error?.message}
        onFile={(chosen) => {
          setFile(chosen);
          send.mutate({ file: chosen, body: { save: 'no' } });
        }}
      />
      {reading && <Summary reading={reading} />}
      {reading && !reading.saved && file && (
        <div className="form-frame">
          {reading.doubtCount > 0 && (
            <Checkbox
              label={`Bỏ qua các dòng có chỗ chưa hiểu (${reading.doubtCount} chỗ) và lưu phần còn lại`}
              checked={skips}
              onChange={(event) => setSkips(event.currentTarget.checked)}
            />
          )}
          {reading.missing > 0 && reading.doubtCount === 0 && (
            <Checkbox
              label={`Tệp là toàn bộ danh mục: bãi bỏ ${reading.missing} thủ tục không có trong tệp`}
              description="Không chọn thì các thủ tục đó giữ nguyên."
              checked={isWhole}
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
          )}
          <SaveButton
            reading={reading}
            isWhole={isWhole}
            isBlocked={reading.doubtCount > 0 && !skips}
            isPending={send.isPending}
            onSave={() =>
              send.mutate({
                file,
                body: { save: 'yes', skipDoubts: skips ? 'yes' : 'no', whole: isWhole ? 'yes' : 'no' },
              })
            }
          />
        </div>
      )}
      {reading && <DoubtTable reading={reading} />}
      {reading && <DifferenceTable differences={reading.differences} />}
    </>
  );
}

function Summary({ reading }: { reading: Reading }) {
  const { added, changed, same, abolished, missing, saved } = reading;
  return (
    <Alert color={saved ? 'green' : 'blue'} my="md" role="status">
      {saved ? 'Đã lưu: ' : 'Đọc được, chưa lưu: '}
      {added} mới, {changed} thay đổi, {same} không đổi, {abolished} bãi bỏ
      {missing > 0 && `; ${missing} thủ tục đang có mà tệp không nhắc tới`}.
    </Alert>
  );
}

interface SaveButtonProps {
  readonly reading: Reading;
  readonly isWhole: boolean;
  readonly isBlocked: boolean;
  readonly isPending: boolean;
  readonly onSave: () => void;
}

function SaveButton({ reading, isWhole, isBlocked, isPending, onSave }: SaveButtonProps) {
  const count = reading.added + reading.changed + reading.abolished + (isWhole ? reading.missing : 0);
  if (count === 0) return <p>Không có gì để lưu.</p>;
  return (
    <div>
      <Button loading={isPending} disabled={isBlocked} onClick={onSave}>
        Lưu {count} thay đổi
      </Button>
    </div>
  );
}
