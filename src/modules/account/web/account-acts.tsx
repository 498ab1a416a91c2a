import { Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { useSession } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useSend } from '#web/use-send.ts';
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  type getAccount,
  resetPassword,
  resetTotp,
  unlockAccount,
} from '../contract/administration.ts';
import { accountErrors } from '../text.ts';
import { Refusal } from './refusal.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

type Account = AnswerOf<typeof getAccount>;
type Act = 'reset' | 'totp' | 'disable' | 'sessions';

const words: Readonly<Record<Act, { title: string; confirm: string; text: string; asksReason: boolean }>> = {
  reset: {
    title: 'Đặt lại mật khẩu?',
    confirm: 'Đặt lại mật khẩu',
    text: 'Mật khẩu cũ hết hiệu lực, mọi phiên đăng nhập kết thúc. Mật khẩu tạm hiện ra một lần để đưa cho người dùng.',
    asksReason: true,
  },
  totp: {
    title: 'Gỡ xác thực hai lớp?',
    confirm: 'Gỡ xác thực hai lớp',
    text: 'Chỉ làm khi chắc chắn người dùng mất điện thoại. Vai trò bắt buộc sẽ phải cài lại khi đăng nhập.',
    asksReason: true,
  },
  disable: {
    title: 'Ngừng tài khoản này?',
    confirm: 'Ngừng tài khoản',
    text: 'Mọi phiên và mã truy cập của tài khoản dừng ngay. Việc đã làm vẫn giữ nguyên; có thể cho dùng lại sau.',
    asksReason: true,
  },
  sessions: {
    title: 'Kết thúc mọi phiên đăng nhập?',
    confirm: 'Kết thúc mọi phiên',
    text: 'Người dùng phải đăng nhập lại ở mọi nơi.',
    asksReason: false,
  },
};

/** What an administrator may do with an account; each act asks first. */
export function AccountActs({ account }: { account: Account }) {
  const session = useSession();
  const [asked, setAsked] = useState<Act>();
  const [password, setPassword] = useState<string>();
  const isOwn = session.account.id === account.id;
  const notOwn = isOwn ? refused('own-account') : allowed;
  const params = { accountId: account.id };
  const enable = useSend(enableAccount, { onSuccess: () => notify('done', 'Tài khoản đã dùng lại được.') });
  const unlock = useSend(unlockAccount, { onSuccess: () => notify('done', 'Đã mở khóa, có thể đăng nhập ngay.') });
  if (password !== undefined) {
    return <TemporaryPassword username={account.username} password={password} onDone={() => setPassword(undefined)} />;
  }
  return (
    <>
      <Group gap="sm" mt="lg">
        {account.lockedUntil && (
          <ActionButton isPending={unlock.isPending} onClick={() => unlock.mutate({ params })}>
            Mở khóa
          </ActionButton>
        )}
        <ActionButton variant="default" verdict={notOwn} words={accountErrors} onClick={() => setAsked('reset')}>
          Đặt lại mật khẩu
        </ActionButton>
        {account.twoFactor && (
          <ActionButton variant="default" verdict={notOwn} words={accountErrors} onClick={() => setAsked('totp')}>
            Gỡ xác thực hai lớp
          </ActionButton>
        )}
        {account.sessions.length > 0 && (
          <ActionButton variant="default" onClick={() => setAsked('sessions')}>
            Kết thúc mọi phiên
          </ActionButton>
        )}
        {account.state === 'active' ? (
          <ActionButton
            variant="outline"
            color="red"
            verdict={notOwn}
            words={accountErrors}
            onClick={() => setAsked('disable')}
          >
            Ngừng tài khoản
          </ActionButton>
        ) : (
          <ActionButton
            isPending={enable.isPending}
            onClick={() => enable.mutate({ params, body: { version: account.version } })}
          >
            Cho dùng lại
          </ActionButton>
        )}
      </Group>
      <Refusal error={enable.error ?? unlock.error} />
      {asked && (
        <ActDialog act={asked} account={account} onClose={() => setAsked(undefined)} onPassword={setPassword} />
      )}
    </>
  );
}

function ActDialog(props: {
  readonly act: Act;
  readonly account: Account;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => void;
}) {
  const { act, account, onClose } = props;
  const [reason, setReason] = useState('');
  const params = { accountId: account.id };
  const done = (text: string) => ({
    onSuccess: () => {
      onClose();
      notify('done', text);
    },
  });
  const reset = useSend(resetPassword, {
    onSuccess: ({ temporaryPassword }) => {
      props.onPassword(temporaryPassword);
      onClose();
    },
  });
  const totp = useSend(resetTotp, done('Đã gỡ xác thực hai lớp.'));
  const disable = useSend(disableAccount, done('Tài khoản đã ngừng.'));
  const sessions = useSend(endAccountSessions, done('Mọi phiên đã kết thúc.'));
  const sends = {
    reset: () => reset.mutate({ params, body: { reason } }),
    totp: () => totp.mutate({ params, body: { reason } }),
    disable: () => disable.mutate({ params, body: { version: account.version, reason } }),
    sessions: () => sessions.mutate({ params }),
  };
  const sent = { reset, totp, disable, sessions }[act];
  const said = words[act];
  return (
    <ConfirmDialog
      isOpen
      title={said.title}
      confirm={said.confirm}
      isDangerous={act === 'disable'}
      isPending={sent.isPending}
      isBlocked={said.asksReason && reason.trim().length < 3}
      onConfirm={sends[act]}
      onClose={onClose}
    >
      <p>
        <strong>{account.name}</strong> ({account.username}). {said.text}
      </p>
      {said.asksReason && (
        <Textarea
          label="Lý do"
          description="Ghi vào nhật ký."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          required
        />
      )}
      <Refusal error={sent.error} />
    </ConfirmDialog>
  );
}
