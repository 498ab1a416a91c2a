import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { DateField } from '#web/ui/date-field.tsx';
import type { getAccountChoices } from '../contract/administration.ts';

export type Choices = AnswerOf<typeof getAccountChoices>;

/** A role as it is being typed. */
export interface RoleDraft {
  readonly role: string;
  readonly departmentId: Id | null;
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** The fields of one role: which, for what, from when to when; and in words what it allows. */
export function RoleFields(props: {
  readonly value: RoleDraft;
  readonly choices: Choices;
  readonly onChange: (value: RoleDraft) => void;
  /** The form was sent: an empty field says what it wants. */
  readonly isChecked?: boolean;
  /** A button at the end of the line. */
  readonly children?: ReactNode;
}) {
  const { value, choices, onChange } = props;
  const role = choices.roles.find((one) => one.code === value.role);
  return (
    <div className="role-line">
      <NativeSelect
        label="Vai trò"
        value={value.role}
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value })}
        error={props.isChecked && value.role === '' ? 'Xin chọn vai trò.' : undefined}
        data={[
          { value: '', label: 'Chọn vai trò' },
          ...choices.roles.map((one) => ({ value: one.code, label: one.name })),
        ]}
        required
      />
      <NativeSelect
        label="Phạm vi"
        value={value.departmentId ?? ''}
        onChange={(event) => onChange({ ...value, departmentId: (event.currentTarget.value || null) as Id | null })}
        data={[
          { value: '', label: 'Cả đơn vị' },
          ...choices.departments.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <DateField
        label="Từ ngày"
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
        error={props.isChecked && !value.from ? 'Xin nhập ngày.' : undefined}
        required
      />
      <DateField label="Đến hết ngày" value={value.to} onChange={(to) => onChange({ ...value, to })} />
      {props.children}
      {role && (
        <div className="role-hint">
          {role.description} {role.needsTwoFactor && 'Bắt buộc xác thực hai lớp. '}
          Được: {role.permissions.map((one) => startSmall(one.words)).join('; ')}.
        </div>
      )}
    </div>
  );
}

/** Words as a part of a sentence: no capital at the start, no full stop at the end. */
function startSmall(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`.replace(/\.$/, '');
}
