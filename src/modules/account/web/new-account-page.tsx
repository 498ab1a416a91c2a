import './account.css';
import { Button, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { useToday } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { getAccountChoices, makeAccount } from '../contract/administration.ts';
import { type Choices, type RoleDraft, RoleFields } from './role-fields.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

const list = { to: '/quan-tri/tai-khoan', label: 'Tài khoản' };

/** A new account: for whom, under which name, with which roles. */
export function Component() {
  const choices = useCall(getAccountChoices);
  const [made, setMade] = useState<{ answer: AnswerOf<typeof makeAccount>; username: string }>();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="Tạo tài khoản" back={list} />
      {choices.error && <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.data && !made && (
        <NewAccount choices={choices.data} onMade={(answer, username) => setMade({ answer, username })} />
      )}
      {made && (
        <TemporaryPassword
          username={made.username}
          password={made.answer.temporaryPassword}
          onDone={() => navigate(`/quan-tri/tai-khoan/${made.answer.id}`)}
        />
      )}
    </>
  );
}

/** "Nguyễn Văn An" → "nguyen.van.an". */
function suggested(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 40);
}

function NewAccount(props: {
  readonly choices: Choices;
  readonly onMade: (answer: AnswerOf<typeof makeAccount>, username: string) => void;
}) {
  const { choices } = props;
  const today = useToday();
  const [kind, setKind] = useState(choices.people.length > 0 ? 'person' : 'other');
  const [personId, setPersonId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [typedName, setTypedName] = useState<string>();
  const [roles, setRoles] = useState<readonly RoleDraft[]>([
    { role: '', departmentId: null, from: today, to: undefined },
  ]);
  const [isChecked, setChecked] = useState(false);
  const person = choices.people.find((one) => one.id === personId);
  const fullName = kind === 'person' ? (person?.name ?? '') : name;
  const username = typedName ?? suggested(fullName);
  const make = useSend(makeAccount, { onSuccess: (answer) => props.onMade(answer, username) });
  const given = roles.flatMap(({ role, departmentId, from, to }) =>
    role !== '' && from ? [{ role, departmentId, from, to: to ?? null }] : [],
  );
  const owner =
    kind === 'person'
      ? { kind: 'person' as const, personId: personId as Id }
      : { kind: 'other' as const, name, email: email.trim() === '' ? null : email.trim() };
  return (
    <FormFrame
      submit="Tạo tài khoản"
      isChanged={(fullName !== '' || typedName !== undefined) && !make.isSuccess}
      isPending={make.isPending}
      error={make.error}
      onSubmit={() => {
        setChecked(true);
        const isWhole = fullName.trim() !== '' && username !== '' && given.length === roles.length;
        if (isWhole) make.mutate({ body: { username, owner, roles: given } });
      }}
    >
      <Radio.Group label="Tài khoản cho" value={kind} onChange={setKind}>
        <Stack gap="xs" mt="xs">
          <Radio value="person" label="Cán bộ, công chức đã có trong danh sách của đơn vị" />
          <Radio value="other" label="Người khác (cộng tác viên, người quản trị kỹ thuật)" />
        </Stack>
      </Radio.Group>
      {kind === 'person' ? (
        <Select
          label="Người"
          description="Chỉ hiện những người chưa có tài khoản."
          placeholder="Gõ tên để tìm"
          searchable
          value={personId}
          onChange={setPersonId}
          data={choices.people.map((one) => ({
            value: one.id,
            label: one.position ? `${one.name} – ${one.position}` : one.name,
          }))}
          filter={({ options, search }) =>
            options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))
          }
          error={isChecked && !personId ? 'Xin chọn người.' : undefined}
          required
        />
      ) : (
        <>
          <TextInput
            label="Họ tên"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={isChecked && name.trim() === '' ? 'Xin nhập họ tên.' : undefined}
            maxLength={200}
            required
          />
          <TextInput
            label="Thư điện tử"
            description="Để nhận thông báo; có thể để trống."
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            maxLength={254}
          />
        </>
      )}
      <TextInput
        label="Tên đăng nhập"
        description="Chữ thường không dấu, chữ số, dấu chấm hoặc gạch."
        value={username}
        onChange={(event) => setTypedName(event.currentTarget.value)}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        required
      />
      <Title order={2}>Vai trò</Title>
      {roles.map((role, index) => (
        <RoleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own before they are saved.
          key={index}
          value={role}
          choices={choices}
          isChecked={isChecked}
          onChange={(changed) => setRoles(roles.map((one, at) => (at === index ? changed : one)))}
        >
          <Button variant="default" onClick={() => setRoles(roles.filter((_, at) => at !== index))}>
            Bỏ dòng
          </Button>
        </RoleFields>
      ))}
      <div>
        <Button
          variant="default"
          onClick={() => setRoles([...roles, { role: '', departmentId: null, from: today, to: undefined }])}
        >
          Thêm vai trò
        </Button>
      </div>
    </FormFrame>
  );
}
