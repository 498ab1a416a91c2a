import { Button, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { endRole, type getAccount, getAccountChoices, giveRole } from '../contract/administration.ts';
import { Refusal } from './refusal.tsx';
import { type Choices, RoleFields } from './role-fields.tsx';
import { roleDays, roleWords } from './role-words.ts';

type Account = AnswerOf<typeof getAccount>;
type Role = Account['roles'][number];

/** The roles of an account by their days; giving one and ending one. */
export function RolesSection({ account }: { account: Account }) {
  const today = useToday();
  const choices = useCall(getAccountChoices);
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Role>();
  return (
    <section className="account-section" aria-labelledby="vai-tro">
      <Title order={2} id="vai-tro">
        Vai trò
      </Title>
      {account.roles.length === 0 && <p className="dimmed">Chưa được trao vai trò nào nên chưa làm được gì.</p>}
      <ul className="account-rows">
        {account.roles.map((role) => (
          <li key={role.id}>
            <div>
              <strong>{roleWords(role)}</strong> <RoleState role={role} today={today} />
              <div className="dimmed">{roleDays(role)}</div>
            </div>
            {(role.to === null || role.to >= today) && (
              <Button variant="default" onClick={() => setEnding(role)} aria-label={`Kết thúc vai trò ${role.name}`}>
                Kết thúc
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isGiving && choices.data ? (
        <GiveRole account={account} choices={choices.data} onDone={() => setGiving(false)} />
      ) : (
        <Button mt="md" variant="default" onClick={() => setGiving(true)}>
          Trao vai trò
        </Button>
      )}
      {ending && <EndRole account={account} role={ending} onDone={() => setEnding(undefined)} />}
    </section>
  );
}

function RoleState({ role, today }: { role: Role; today: PlainDate }) {
  if (role.now) return <StatusBadge tone="done">Đang có</StatusBadge>;
  return <StatusBadge tone="none">{role.from > today ? 'Chưa tới ngày' : 'Đã hết'}</StatusBadge>;
}

function GiveRole({ account, choices, onDone }: { account: Account; choices: Choices; onDone: () => void }) {
  const today = useToday();
  const [draft, setDraft] = useState<Parameters<typeof RoleFields>[0]['value']>({
    role: '',
    departmentId: null,
    from: today,
    to: undefined,
  });
  const [isChecked, setChecked] = useState(false);
  const give = useSend(giveRole, {
    onSuccess: () => {
      notify('done', 'Đã trao vai trò.');
      onDone();
    },
  });
  return (
    <FormFrame
      submit="Trao vai trò"
      isChanged={draft.role !== ''}
      isPending={give.isPending}
      error={give.error}
      onSubmit={() => {
        setChecked(true);
        const { role, departmentId, from, to } = draft;
        if (role === '' || !from) return;
        give.mutate({ params: { accountId: account.id }, body: { role, departmentId, from, to: to ?? null } });
      }}
      onCancel={onDone}
    >
      <RoleFields value={draft} choices={choices} onChange={setDraft} isChecked={isChecked} />
    </FormFrame>
  );
}

function EndRole({ account, role, onDone }: { account: Account; role: Role; onDone: () => void }) {
  const today = useToday();
  const [lastDay, setLastDay] = useState<PlainDate | undefined>(today);
  const [reason, setReason] = useState('');
  const end = useSend(endRole, {
    onSuccess: () => {
      notify('done', 'Vai trò sẽ hết sau ngày đã chọn.');
      onDone();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      title={`Kết thúc vai trò ${role.name}?`}
      confirm="Kết thúc vai trò"
      isDangerous
      isPending={end.isPending}
      isBlocked={!lastDay || reason.trim().length < 3}
      onConfirm={() =>
        lastDay && end.mutate({ params: { accountId: account.id, roleId: role.id }, body: { lastDay, reason } })
      }
      onClose={onDone}
    >
      <p>
        {roleWords(role)}, {roleDays(role)}. Chọn ngày hôm qua nếu muốn hết hiệu lực ngay.
      </p>
      <DateField label="Ngày cuối còn vai trò" value={lastDay} onChange={setLastDay} required />
      <Textarea
        mt="sm"
        label="Lý do"
        description="Ghi vào nhật ký."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
      />
      <Refusal error={end.error} />
    </ConfirmDialog>
  );
}
