import './account.css';
import { Alert, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { notify } from '#web/notices.ts';
import { accountPaths, useSession } from '#web/shell/session.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { wordsOf } from '#web/ui/words-of.ts';
import { useSend } from '#web/use-send.ts';
import { changePassword } from '../contract/own-account.ts';
import { judgePassword } from '../domain/password.ts';
import { accountErrors } from '../text.ts';

/** A new password; the same rule as the server's says at once what is wrong with it. */
export function Component() {
  const { account, mustChangePassword } = useSession();
  const navigate = useNavigate();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [isJudged, setJudged] = useState(false);
  const change = useSend(changePassword, {
    onSuccess: () => {
      notify('done', 'Đã đổi mật khẩu. Các phiên ở nơi khác đã kết thúc.');
      navigate(mustChangePassword ? '/' : accountPaths.account);
    },
  });
  const rule = judgePassword(next, account.username);
  const same: Verdict = again === '' || again === next ? allowed : refused('passwords-differ');
  return (
    <>
      <PageHeader
        title="Đổi mật khẩu"
        {...(!mustChangePassword && { back: { to: accountPaths.account, label: 'Tài khoản của tôi' } })}
      />
      {mustChangePassword && (
        <Alert title="Mật khẩu đang dùng là mật khẩu tạm" maw="44rem" mb="md">
          Xin đặt mật khẩu của riêng mình trước khi làm việc.
        </Alert>
      )}
      <FormFrame
        submit="Đổi mật khẩu"
        isChanged={next !== '' && !change.isSuccess}
        isPending={change.isPending}
        error={change.error}
        onSubmit={() => {
          setJudged(true);
          if (current !== '' && rule.ok && next === again) change.mutate({ body: { current, next } });
        }}
      >
        <input type="text" autoComplete="username" value={account.username} readOnly hidden />
        <PasswordInput
          label="Mật khẩu đang dùng"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={isJudged && current === '' ? 'Xin nhập mật khẩu đang dùng.' : undefined}
          required
          {...reveal}
        />
        <PasswordInput
          label="Mật khẩu mới"
          description="Ít nhất 10 ký tự, không chứa tên đăng nhập. Một câu ngắn dễ nhớ là tốt nhất."
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          onBlur={() => next !== '' && setJudged(true)}
          error={isJudged ? wordsOf(rule, accountErrors) : undefined}
          required
          {...reveal}
        />
        <PasswordInput
          label="Nhập lại mật khẩu mới"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={wordsOf(isJudged && again === '' ? refused('passwords-differ') : same, accountErrors)}
          required
          {...reveal}
        />
      </FormFrame>
    </>
  );
}

const reveal = { visibilityToggleButtonProps: { 'aria-label': 'Hiện hoặc giấu mật khẩu' } };
