import { Menu, UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
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
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <UnstyledButton className="header-button" aria-label={`Tài khoản của ${account.name}`}>
          <IconUserCircle size={24} stroke={1.6} />
          <span className="header-person">{account.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.name}
          <br />
          {account.username}
        </Menu.Label>
        <Menu.Item component={Link} to={accountPaths.account} leftSection={<IconUser size={18} stroke={1.6} />}>
          Tài khoản
        </Menu.Item>
        <Menu.Item component={Link} to={accountPaths.password} leftSection={<IconKey size={18} stroke={1.6} />}>
          Đổi mật khẩu
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={signOut} leftSection={<IconLogout size={18} stroke={1.6} />}>
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
