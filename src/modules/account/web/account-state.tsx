import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';

interface Account {
  readonly state: 'active' | 'disabled';
  readonly lockedUntil: string | null;
  readonly mustChangePassword: boolean;
}

/** The state of an account in one or two words. */
export function stateWords(account: Account): string {
  if (account.state === 'disabled') return 'Đã ngừng';
  if (account.lockedUntil) return 'Đang phải chờ';
  return account.mustChangePassword ? 'Chờ đổi mật khẩu' : 'Đang dùng';
}

function toneOf(account: Account): StatusTone {
  if (account.state === 'disabled') return 'none';
  if (account.lockedUntil) return 'error';
  return account.mustChangePassword ? 'soon' : 'done';
}

export function AccountState({ account }: { account: Account }) {
  return <StatusBadge tone={toneOf(account)}>{stateWords(account)}</StatusBadge>;
}
