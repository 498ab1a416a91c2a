import '@mantine/core/styles/SimpleGrid.css';
import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '#web/call.ts';
import { newKey } from '#web/new-key.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { findApplicants } from '../../contract/receive.ts';
import type { PersonValue } from './intake-value.ts';

interface PersonFieldsProps {
  readonly value: PersonValue;
  readonly onChange: (change: Partial<PersonValue>) => void;
  readonly isOwner: boolean;
}

const kinds = [
  { value: 'citizen', label: 'Cá nhân' },
  { value: 'business', label: 'Doanh nghiệp, hộ kinh doanh' },
  { value: 'agency', label: 'Cơ quan nhà nước' },
  { value: 'other', label: 'Khác' },
];

/** A person of a dossier; whoever filed before is found by number, telephone or name. What is unknown stays empty. */
export function PersonFields({ value, onChange, isOwner }: PersonFieldsProps) {
  const line = (name: 'number' | 'name' | 'phone' | 'email' | 'address', label: string, most: number) => (
    <TextInput
      label={label}
      required={name === 'name'}
      maxLength={most}
      autoComplete="off"
      value={value[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {line('number', 'Số định danh (để trống nếu không có)', 40)}
        {line('name', isOwner ? 'Họ tên chủ hồ sơ, tên tổ chức' : 'Họ tên người nộp', 300)}
        {line('phone', 'Điện thoại', 40)}
        {isOwner && (
          <DateField
            label="Ngày sinh"
            value={value.birth ?? undefined}
            onChange={(birth) => onChange({ birth: birth ?? null })}
          />
        )}
        {line('address', 'Địa chỉ', 500)}
        {line('email', 'Email', 200)}
        {isOwner && (
          <Select
            label="Đối tượng"
            data={kinds}
            allowDeselect={false}
            value={value.kind}
            onChange={(kind) => kind && onChange({ kind: kind as PersonValue['kind'] })}
          />
        )}
      </SimpleGrid>
      <KnownPeople value={value} onChange={onChange} />
    </>
  );
}

const pauseMs = 300;
const leastTyped = 4;

/** People who filed before and fit what is typed; a press fills the fields. */
function KnownPeople({ value, onChange }: Pick<PersonFieldsProps, 'value' | 'onChange'>) {
  const typed = value.number.trim() || value.phone.trim() || value.name.trim();
  const [q] = useDebouncedValue(typed, pauseMs);
  const found = useQuery({
    queryKey: ['applicants', q],
    enabled: q.length >= leastTyped,
    queryFn: ({ signal }) => call(findApplicants, { body: { q } }, { idempotencyKey: newKey(), signal }),
  });
  const rows = (found.data?.rows ?? []).filter((row) => row.name !== value.name || (row.number ?? '') !== value.number);
  if (rows.length === 0) return null;
  return (
    <ul className="counter-known" aria-label="Người đã từng nộp hồ sơ">
      {rows.slice(0, 5).map((row) => (
        <li key={`${row.name}${row.number}${row.phone}`}>
          <Button
            variant="light"
            size="compact-md"
            onClick={() =>
              onChange({
                ...{ name: row.name, number: row.number ?? '', phone: row.phone ?? '', kind: row.kind },
                ...{ email: row.email ?? '', address: row.address ?? '', birth: row.birth },
              })
            }
          >
            {[row.name, row.number, row.address, `${row.dossiers} hồ sơ`].filter(Boolean).join(' · ')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
