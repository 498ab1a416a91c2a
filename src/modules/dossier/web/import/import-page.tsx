import '../dossier.css';
import { Alert, Anchor, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { importDossiers, listImports } from '../../contract/import.ts';
import { fieldWords, type ImportField, importFields } from '../../domain/import/fields.ts';
import { momentText } from '../shared/moment-text.ts';

type Preview = AnswerOf<typeof importDossiers>;

const mostFileMb = 30;

/** *Nhập hồ sơ*: the province's daily file, compared with what is held before anything is taken over. */
export function Component() {
  const [sourceName, setSourceName] = useState('Một cửa điện tử tỉnh');
  const [headings, setHeadings] = useState<Readonly<Partial<Record<ImportField, string>>>>({});
  const [file, setFile] = useState<File>();
  const [skip, setSkip] = useState(false);
  const [preview, setPreview] = useState<Preview>();
  const read = useSend(importDossiers, { refresh: 'none' });
  const save = useSend(importDossiers);
  const named = Object.keys(headings).length > 0 ? { headings: JSON.stringify(headings) } : {};
  const bodyOf = (asked: 'yes' | 'no') => ({
    ...{ sourceName: sourceName.trim(), save: asked, skipDoubts: skip ? ('yes' as const) : ('no' as const) },
    ...named,
  });
  function onRead(chosen: File) {
    setFile(chosen);
    setPreview(undefined);
    read.mutate({ file: chosen, body: bodyOf('no') }, { onSuccess: setPreview });
  }
  function onSave() {
    if (!file) return;
    save.mutate(
      { file, body: bodyOf('yes') },
      {
        onSuccess: (answer) => {
          setPreview(answer);
          if (answer.saved)
            notify('done', `Đã nhập: ${answer.added} mới, ${answer.changed} thay đổi, ${answer.same} không đổi.`);
        },
      },
    );
  }
  const problem = (read.error ?? save.error)?.message;
  return (
    <>
      <PageHeader
        title="Nhập hồ sơ"
        back={{ to: '/ho-so', label: 'Hồ sơ' }}
        note="Tệp hằng ngày của hệ thống tỉnh: Excel, CSV hoặc JSON. Khớp theo mã hồ sơ; xem trước rồi mới lưu; nhập lại không thay đổi gì."
      />
      <TextInput
        label="Hệ thống nguồn"
        description="Cách đọc cột được giữ theo tên này."
        required
        maw="24rem"
        mb="sm"
        value={sourceName}
        onChange={(event) => setSourceName(event.currentTarget.value)}
      />
      <FileDrop
        endings={['.xlsx', '.csv', '.json']}
        maximumMb={mostFileMb}
        title={file ? `Đã chọn ${file.name}; thả tệp khác để thay` : 'Thả tệp xuất từ hệ thống tỉnh vào đây'}
        onFile={onRead}
      />
      {problem && (
        <Alert color="red" my="md" role="alert">
          {problem}
        </Alert>
      )}
      {read.error?.code === 'import-headings-missing' && (
        <HeadingFields value={headings} onChange={setHeadings} onAgain={() => file && onRead(file)} />
      )}
      {read.isPending && <p role="status">Đang đọc tệp…</p>}
      {preview && <PreviewOf preview={preview} />}
      {preview && !preview.saved && (
        <Group my="md" gap="sm">
          {preview.doubtCount > 0 && (
            <Checkbox
              label={`Bỏ qua ${preview.doubtCount} ô chưa rõ`}
              checked={skip}
              onChange={(event) => setSkip(event.currentTarget.checked)}
            />
          )}
          <Button
            loading={save.isPending}
            disabled={preview.added + preview.changed === 0 || (preview.doubtCount > 0 && !skip)}
            onClick={onSave}
          >
            Lưu {preview.added} mới, {preview.changed} thay đổi
          </Button>
        </Group>
      )}
      <Former />
    </>
  );
}

interface HeadingFieldsProps {
  readonly value: Readonly<Partial<Record<ImportField, string>>>;
  readonly onChange: (value: Readonly<Partial<Record<ImportField, string>>>) => void;
  readonly onAgain: () => void;
}

/** How the columns of this source are called, where their headings are not known. */
function HeadingFields({ value, onChange, onAgain }: HeadingFieldsProps) {
  return (
    <>
      <Text>Ghi tên cột của tệp này cho những mục chưa nhận ra:</Text>
      <div className="dossier-headings">
        {importFields.map((field) => (
          <TextInput
            key={field}
            label={fieldWords[field]}
            value={value[field] ?? ''}
            onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Button mt="sm" variant="default" onClick={onAgain}>
        Đọc lại
      </Button>
    </>
  );
}

function PreviewOf({ preview }: { preview: Preview }) {
  const { added, changed, same, shift, additions, changes, doubts, doubtCount, saved, refusal } = preview;
  return (
    <>
      <Alert my="md" color={saved ? 'green' : 'blue'} title={saved ? 'Đã lưu' : 'Xem trước, chưa lưu'}>
        {added} mới, {changed} thay đổi, {same} không đổi{doubtCount > 0 && `, ${doubtCount} ô chưa rõ`}.
        {shift !== 0 && ` Cột lệch ${Math.abs(shift)} so với tiêu đề; đã đọc theo vị trí thật.`} {refusal}
      </Alert>
      {doubts.length > 0 && (
        <details className="dossier-fold" open>
          <summary>Ô chưa rõ ({doubtCount})</summary>
          <ul>
            {doubts.map((doubt) => (
              <li key={`${doubt.cell}${doubt.message}`}>
                <b>{doubt.cell}</b> {doubt.name}: {doubt.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {changes.length > 0 && (
        <details className="dossier-fold" open>
          <summary>Thay đổi ({changed})</summary>
          <ul>
            {changes.map((one) => (
              <li key={one.code}>
                <b>{one.code}</b>{' '}
                {one.fields
                  .map((part) => `${part.name}: ${part.before ?? 'trống'} → ${part.after ?? 'trống'}`)
                  .join('; ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {additions.length > 0 && (
        <details className="dossier-fold">
          <summary>Mới ({added})</summary>
          <ul>
            {additions.map((one) => (
              <li key={one.code}>
                <b>{one.code}</b> {one.ownerName} – {one.procedureName}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Files that were taken over before. */
function Former() {
  const found = useCall(listImports, { query: { size: 20 } });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <details className="dossier-fold">
      <summary>Các lần đã nhập</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {momentText(row.takenAt)} · {row.takenByName} · {row.sourceName}, {row.fileName} (số liệu lúc{' '}
            {momentText(row.sourceAt)}): {row.added} mới, {row.changed} thay đổi, {row.same} không đổi
          </li>
        ))}
      </ul>
      <Anchor component={Link} to="/ho-so?list=all&source=imported">
        Xem hồ sơ nhập từ hệ thống tỉnh
      </Anchor>
    </details>
  );
}
