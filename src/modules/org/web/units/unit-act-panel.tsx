import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed } from '#kernel/verdict.ts';
import { useToday } from '#web/shell/session.ts';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { endUnit, moveUnit, renameUnit, setUnitHost, type UnitDetail } from '../../contract/units.ts';
import { RecordForm } from '../record-form.tsx';
import { useUnitChoices } from './unit-choices.ts';

export const unitActs = [
  { act: 'rename', label: 'Đổi tên' },
  { act: 'move', label: 'Chuyển cấp trên' },
  { act: 'end', label: 'Kết thúc' },
  { act: 'host', label: 'Tên miền' },
] as const;
export type UnitAct = (typeof unitActs)[number]['act'];

interface ActFormProps {
  readonly unit: UnitDetail;
  readonly onDone: () => void;
}

const forms: Readonly<Record<UnitAct, (props: ActFormProps) => React.ReactNode>> = {
  rename: RenameForm,
  move: MoveForm,
  end: EndForm,
  host: HostForm,
};

interface UnitActPanelProps {
  readonly unit: UnitDetail;
  readonly act: UnitAct | undefined;
  readonly onClose: () => void;
}

/** The form of one act on a unit. */
export function UnitActPanel({ unit, act, onClose }: UnitActPanelProps) {
  const Form = act && forms[act];
  const label = unitActs.find((one) => one.act === act)?.label ?? '';
  return (
    <SidePanel isOpen={act !== undefined} title={`${label}: ${unit.name}`} onClose={onClose}>
      {Form && <Form unit={unit} onDone={onClose} />}
    </SidePanel>
  );
}

const citation = {
  name: 'citation',
  label: 'Căn cứ',
  kind: 'text',
  isRequired: true,
  description: 'Số, ngày của văn bản.',
} as const;

interface Renaming {
  readonly name: string;
  readonly shortName: string;
  readonly from: PlainDate;
  readonly citation: string;
}

function RenameForm({ unit, onDone }: ActFormProps) {
  const send = useSend(renameUnit);
  return (
    <RecordForm<Renaming>
      draftKey={`org.unit.rename.${unit.id}`}
      fields={[
        { name: 'name', label: 'Tên mới', kind: 'text', isRequired: true },
        { name: 'shortName', label: 'Tên ngắn', kind: 'text', isRequired: true },
        {
          name: 'from',
          label: 'Từ ngày',
          kind: 'day',
          isRequired: true,
          description: 'Chọn đúng ngày bắt đầu của tên hiện tại nếu chỉ sửa lỗi chính tả.',
        },
        citation,
      ]}
      stored={{ name: unit.name, shortName: unit.shortName, from: useToday(), citation: '' }}
      version={unit.version}
      submit="Đổi tên"
      done="Đã đổi tên. Tên cũ vẫn đọc được trong lịch sử."
      verdict={allowed}
      onSend={(body, version) => send.mutateAsync({ params: { id: unit.id }, body: { ...body, version } })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

interface Moving {
  readonly parentId: Id | null;
  readonly from: PlainDate;
  readonly citation: string;
}

function MoveForm({ unit, onDone }: ActFormProps) {
  const send = useSend(moveUnit);
  const units = useUnitChoices().filter((one) => one.value !== unit.id);
  return (
    <RecordForm<Moving>
      draftKey={`org.unit.move.${unit.id}`}
      fields={[
        { name: 'parentId', label: 'Cấp trên mới', kind: 'pick', options: units, isRequired: true },
        { name: 'from', label: 'Từ ngày', kind: 'day', isRequired: true },
        citation,
      ]}
      stored={{ parentId: unit.parentId, from: useToday(), citation: '' }}
      version={unit.version}
      submit="Chuyển"
      done="Đã chuyển cấp trên từ ngày đã chọn."
      verdict={allowed}
      onSend={({ parentId, ...body }, version) =>
        send.mutateAsync({ params: { id: unit.id }, body: { ...body, parentId: parentId as Id, version } })
      }
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

interface Ending {
  readonly lastDay: PlainDate | null;
  readonly citation: string;
}

function EndForm({ unit, onDone }: ActFormProps) {
  const send = useSend(endUnit);
  return (
    <RecordForm<Ending>
      draftKey={`org.unit.end.${unit.id}`}
      fields={[
        {
          name: 'lastDay',
          label: 'Ngày cuối cùng',
          kind: 'day',
          description: 'Để trống để mở lại một đơn vị đã kết thúc nhầm.',
        },
        citation,
      ]}
      stored={{ lastDay: unit.validTo, citation: '' }}
      version={unit.version}
      submit="Lưu ngày kết thúc"
      done="Đã lưu ngày kết thúc."
      verdict={allowed}
      onSend={(body, version) => send.mutateAsync({ params: { id: unit.id }, body: { ...body, version } })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

interface Hosting {
  readonly host: string | null;
}

function HostForm({ unit, onDone }: ActFormProps) {
  const send = useSend(setUnitHost);
  return (
    <RecordForm<Hosting>
      draftKey={`org.unit.host.${unit.id}`}
      fields={[
        {
          name: 'host',
          label: 'Tên miền của trang công khai',
          kind: 'text',
          description: 'Ví dụ: hoangtien.thanhhoa.gov.vn. Để trống nếu không có.',
        },
      ]}
      stored={{ host: unit.host }}
      version={unit.version}
      submit="Lưu tên miền"
      done="Đã lưu tên miền."
      verdict={allowed}
      onSend={(body, version) => send.mutateAsync({ params: { id: unit.id }, body: { ...body, version } })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
