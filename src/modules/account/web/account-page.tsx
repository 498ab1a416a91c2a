import './account.css';
import { Title } from '@mantine/core';
import { useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getAccount } from '../contract/administration.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountState } from './account-state.tsx';
import { RolesSection } from './roles-section.tsx';
import { SessionList } from './session-list.tsx';

/** One account, for its administrator: who it is, its roles, where it is signed in, and what may be done with it. */
export function Component() {
  const accountId = useParams<'accountId'>().accountId as Id;
  const account = useCall(getAccount, { params: { accountId } });
  return (
    <>
      <PageHeader
        title={account.data?.name ?? 'Tài khoản'}
        back={{ to: '/quan-tri/tai-khoan', label: 'Tài khoản' }}
        note={account.data && <AccountState account={account.data} />}
      />
      {account.error && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <>
          <Facts account={account.data} />
          <AccountActs account={account.data} />
          <RolesSection account={account.data} />
          <section className="account-section" aria-labelledby="phien">
            <Title order={2} id="phien">
              Đang đăng nhập ở
            </Title>
            <SessionList sessions={account.data.sessions} />
          </section>
        </>
      )}
    </>
  );
}

function Facts({ account }: { account: AnswerOf<typeof getAccount> }) {
  return (
    <dl className="account-facts">
      <dt>Tên đăng nhập</dt>
      <dd>
        {account.username} {account.demo && <StatusBadge tone="doubt">Người giả định của bản trình diễn</StatusBadge>}
      </dd>
      <dt>Thư điện tử</dt>
      <dd>{account.email ?? '–'}</dd>
      <dt>Xác thực hai lớp</dt>
      <dd>{account.twoFactor ? 'Đang bật' : 'Chưa bật'}</dd>
      <dt>Đăng nhập gần nhất</dt>
      <dd>{account.signedInAt ? formatMoment(account.signedInAt) : 'Chưa lần nào'}</dd>
      {account.lockedUntil && (
        <>
          <dt>Sai mật khẩu nhiều lần</dt>
          <dd>Ở một nơi phải chờ đến {formatMoment(account.lockedUntil)}; nơi khác vẫn đăng nhập được.</dd>
        </>
      )}
    </dl>
  );
}
