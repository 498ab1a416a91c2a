import { UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react';
import { MenuButton } from '../ui/menu-button.tsx';
import { accountPaths, signOutAddress, useSession } from './session.ts';

/** Signing out is a form, so that no link or prefetch can do it. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = signOutAddress;
  document.body.append(form);
  form.submit();
}

/** Who is signed in, and what concerns the account. */
export function AccountMenu() {
  const { account } = useSession();
  return (
    <MenuButton
      heading={
        <>
          {account.name}
          <br />
          {account.username}
        </>
      }
      entries={[
        { label: 'Tài khoản', to: accountPaths.account, icon: IconUser },
        { label: 'Đổi mật khẩu', to: accountPaths.password, icon: IconKey },
        { label: 'Đăng xuất', onClick: signOut, icon: IconLogout, isApart: true },
      ]}
    >
      {(opener) => (
        <UnstyledButton className="header-button" aria-label={`Tài khoản của ${account.name}`} {...opener}>
          <IconUserCircle size={24} stroke={1.6} />
          <span className="header-person">{account.name}</span>
        </UnstyledButton>
      )}
    </MenuButton>
  );
}
