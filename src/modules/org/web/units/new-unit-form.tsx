import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { createUnit } from '../../contract/units.ts';
import type { FormField } from '../form-field.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { useLevelChoices, useUnitChoices } from './unit-choices.ts';

interface Values {
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentId: Id | null;
  readonly outside: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly citation: string;
}

/** The short code a unit gets from its name. */
export function codeOf(name: string): string {
  return foldWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
}

/** A new unit under this one, or an entry for a body that does not work in this installation. */
export function NewUnitForm({ onDone }: { onDone: () => void }) {
  const today = useToday();
  const units = useUnitChoices();
  const levels = useLevelChoices();
  const create = useSend(createUnit);
  const fields: readonly FormField<keyof Values>[] = [
    { name: 'name', label: 'Tên đầy đủ', kind: 'text', isRequired: true, description: 'Ví dụ: huyện Hoằng Hóa.' },
    { name: 'shortName', label: 'Tên ngắn', kind: 'text', isRequired: true, description: 'Ví dụ: Hoằng Hóa.' },
    { name: 'level', label: 'Cấp', kind: 'pick', options: levels, isRequired: true },
    { name: 'parentId', label: 'Cấp trên', kind: 'pick', options: units },
    {
      name: 'outside',
      label: 'Cơ quan này không dùng hệ thống; chỉ ghi để làm nơi nhận, cấp trên hoặc tiền thân',
      kind: 'yes',
    },
    { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn hoạt động.' },
    { name: 'citation', label: 'Căn cứ', kind: 'text', isRequired: true, description: 'Số, ngày của nghị quyết.' },
  ];
  return (
    <RecordForm<Values>
      draftKey="org.unit.new"
      fields={fields}
      stored={{
        name: '',
        shortName: '',
        level: 'commune',
        parentId: null,
        outside: true,
        validFrom: today,
        validTo: null,
        citation: '',
      }}
      version={0}
      submit="Thêm đơn vị"
      done="Đã thêm đơn vị."
      verdict={useMayManage()}
      onSend={(values) => create.mutateAsync({ body: { ...values, code: codeOf(values.name) } })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
