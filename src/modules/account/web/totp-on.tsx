import { Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { allowed, refused } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useSend } from '#web/use-send.ts';
import { makeBackupCodes, removeTotp } from '../contract/own-account.ts';
import { accountErrors } from '../text.ts';
import { Refusal } from './refusal.tsx';

/** What may be done with a second factor that is on: new backup codes, or removing it where no role asks for it. */
export function TotpOn({ isNeeded, onCodes }: { isNeeded: boolean; onCodes: (codes: readonly string[]) => void }) {
  const [asked, setAsked] = useState<'codes' | 'remove'>();
  const [password, setPassword] = useState('');
  const close = () => {
    setAsked(undefined);
    setPassword('');
  };
  const make = useSend(makeBackupCodes, {
    onSuccess: ({ backupCodes }) => {
      close();
      onCodes(backupCodes);
    },
  });
  const remove = useSend(removeTotp, {
    onSuccess: () => {
      close();
      notify('done', 'Đã bỏ xác thực hai lớp.');
    },
  });
  const sent = asked === 'codes' ? make : remove;
  return (
    <>
      <Group gap="sm">
        <ActionButton variant="default" onClick={() => setAsked('codes')}>
          Tạo lại mã dự phòng
        </ActionButton>
        <ActionButton
          variant="default"
          verdict={isNeeded ? refused('totp-needed') : allowed}
          words={accountErrors}
          onClick={() => setAsked('remove')}
        >
          Bỏ xác thực hai lớp
        </ActionButton>
      </Group>
      <p className="dimmed">Đổi điện thoại: bỏ xác thực hai lớp rồi cài lại, hoặc nhờ người quản trị gỡ giúp.</p>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={asked === 'codes' ? 'Tạo lại mã dự phòng?' : 'Bỏ xác thực hai lớp?'}
        confirm={asked === 'codes' ? 'Tạo mã mới' : 'Bỏ xác thực hai lớp'}
        isDangerous={asked === 'remove'}
        isPending={sent.isPending}
        isBlocked={password === ''}
        onConfirm={() => sent.mutate({ body: { password } })}
        onClose={close}
      >
        <p>
          {asked === 'codes'
            ? 'Các mã dự phòng cũ sẽ hết hiệu lực ngay.'
            : 'Từ lần đăng nhập sau chỉ cần mật khẩu: tài khoản kém an toàn hơn.'}
        </p>
        <PasswordInput
          label="Mật khẩu đang dùng"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc giấu mật khẩu' }}
        />
        <Refusal error={sent.error} />
      </ConfirmDialog>
    </>
  );
}
