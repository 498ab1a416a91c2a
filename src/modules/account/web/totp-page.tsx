import './account.css';
import { Alert, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { accountPaths, useSession } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { beginTotp, confirmTotp, getOwnAccount } from '../contract/own-account.ts';
import { BackupCodes } from './backup-codes.tsx';
import { TotpOn } from './totp-on.tsx';

type Begun = AnswerOf<typeof beginTotp>;

/** The second factor: enrolling it in three steps, or what may be done with it once it is on. */
export function Component() {
  const session = useSession();
  const account = useCall(getOwnAccount);
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <>
      <PageHeader
        title="Xác thực hai lớp"
        note="Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 chữ số đổi liên tục trên điện thoại của mình."
        {...(!session.mustEnrolTotp && { back: { to: accountPaths.account, label: 'Tài khoản của tôi' } })}
      />
      {session.mustEnrolTotp && (
        <Alert title="Vai trò này bắt buộc xác thực hai lớp" maw="44rem" mb="md">
          Người quản trị và người ký cần cài xác thực hai lớp trước khi làm việc. Việc này mất khoảng hai phút.
        </Alert>
      )}
      {account.error && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
      {codes && <BackupCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {account.data && !codes && (
        <>
          <p>
            {account.data.twoFactor ? (
              <StatusBadge tone="done">Đang bật</StatusBadge>
            ) : (
              <StatusBadge tone="none">Chưa bật</StatusBadge>
            )}
          </p>
          {account.data.twoFactor ? (
            <TotpOn isNeeded={account.data.needsTwoFactor} onCodes={setCodes} />
          ) : (
            <Enrolment onEnrolled={setCodes} />
          )}
        </>
      )}
    </>
  );
}

function Enrolment({ onEnrolled }: { onEnrolled: (codes: readonly string[]) => void }) {
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const begin = useSend(beginTotp, { refresh: 'none', onSuccess: setBegun });
  if (begun) return <Confirmation begun={begun} onEnrolled={onEnrolled} />;
  return (
    <FormFrame
      submit="Bắt đầu cài đặt"
      isChanged={false}
      isPending={begin.isPending}
      error={begin.error}
      onSubmit={() => begin.mutate({ body: { password } })}
    >
      <p>
        Cần một ứng dụng xác thực trên điện thoại: Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương tự.
      </p>
      <PasswordInput
        label="Mật khẩu đang dùng"
        description="Để chắc chắn đúng là mình đang cài."
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc giấu mật khẩu' }}
        required
      />
    </FormFrame>
  );
}

function Confirmation({ begun, onEnrolled }: { begun: Begun; onEnrolled: (codes: readonly string[]) => void }) {
  const [code, setCode] = useState('');
  const confirm = useSend(confirmTotp, {
    onSuccess: () => {
      notify('done', 'Đã bật xác thực hai lớp.');
      onEnrolled(begun.backupCodes);
    },
  });
  return (
    <ol className="totp-steps">
      <li>
        Mở ứng dụng xác thực trên điện thoại, chọn thêm tài khoản rồi quét hình này:
        <img
          className="totp-picture"
          alt="Mã QR của khóa xác thực"
          src={`data:image/svg+xml,${encodeURIComponent(begun.picture)}`}
        />
        Không quét được thì nhập khóa bằng tay:{' '}
        <code className="totp-secret">{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        {' · '}
        <a href={begun.address}>mở trong ứng dụng trên máy này</a>
      </li>
      <li>
        Nhập mã 6 chữ số ứng dụng đang hiện để xác nhận:
        <FormFrame
          submit="Bật xác thực hai lớp"
          isChanged={code !== ''}
          isPending={confirm.isPending}
          error={confirm.error}
          onSubmit={() => confirm.mutate({ body: { code: code.replaceAll(/\s/g, '') } })}
        >
          <TextInput
            aria-label="Mã 6 chữ số"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            maw="12rem"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            required
          />
        </FormFrame>
      </li>
      <li className="dimmed">Sau đó hệ thống đưa mười mã dự phòng, dùng khi không có điện thoại.</li>
    </ol>
  );
}
