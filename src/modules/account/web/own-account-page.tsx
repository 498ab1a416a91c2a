import './account.css';
import { Button, Group, Title } from '@mantine/core';
import { IconCalendarShare, IconDeviceMobile, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatMoment } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { accountPaths, useMay } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useLoaded } from '#web/ui/use-loaded.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { endOtherSessions, endSession, getOwnAccount, listSessions } from '../contract/own-account.ts';
import { Refusal } from './refusal.tsx';
import { roleDays, roleWords } from './role-words.ts';
import { SessionList } from './session-list.tsx';
import { TokensSection } from './tokens-section.tsx';

/** One's own account: who one is here, how one signs in, where one is signed in, and tokens for programs. */
export function Component() {
  const account = useCall(getOwnAccount);
  const own = account.data;
  const may = useMay();
  return (
    <>
      <PageHeader title="Tài khoản của tôi" />
      {account.error && <ErrorState error={account.error} onRetry={() => void account.refetch()} />}
      {own && (
        <dl className="account-facts">
          <dt>Họ tên</dt>
          <dd>{own.name}</dd>
          <dt>Tên đăng nhập</dt>
          <dd>{own.username}</dd>
          <dt>Thư điện tử</dt>
          <dd>{own.email ?? <span className="dimmed">Chưa có; người quản trị ghi trong danh sách cán bộ</span>}</dd>
          <dt>Vai trò</dt>
          <dd>
            {own.roles.length === 0 && <span className="dimmed">Chưa được trao vai trò nào</span>}
            <ul>
              {own.roles.map((role) => (
                <li key={`${role.role}${role.department}${role.from}`}>
                  {roleWords(role)} <span className="dimmed">({roleDays(role)})</span>
                </li>
              ))}
            </ul>
          </dd>
          <dt>Đăng nhập gần nhất</dt>
          <dd>{own.signedInAt ? formatMoment(own.signedInAt) : '–'}</dd>
          <dt>Xác thực hai lớp</dt>
          <dd>
            {own.twoFactor ? (
              <StatusBadge tone="done">Đang bật</StatusBadge>
            ) : (
              <StatusBadge tone={own.needsTwoFactor ? 'overdue' : 'none'}>
                {own.needsTwoFactor ? 'Chưa bật, vai trò này bắt buộc' : 'Chưa bật'}
              </StatusBadge>
            )}
          </dd>
        </dl>
      )}
      <Group gap="sm" mt="lg">
        <Button component={Link} to={accountPaths.password} variant="default" leftSection={<IconKey size={18} />}>
          Đổi mật khẩu
        </Button>
        <Button component={Link} to={accountPaths.totp} variant="default" leftSection={<IconDeviceMobile size={18} />}>
          Xác thực hai lớp
        </Button>
        {may('work.read') && <FeedButton />}
      </Group>
      <SessionsSection />
      <TokensSection />
    </>
  );
}

const loadFeed = () => import('#modules/work/web/feed/feed-panel.tsx');

/** The address at which one's own calendar reads one's due days; its panel is loaded when it is first opened. */
function FeedButton() {
  const [isOpen, setOpen] = useState(false);
  const [feed, load] = useLoaded(loadFeed);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarShare size={18} />}
        onClick={() => void load().then(() => setOpen(true))}
      >
        Lịch cá nhân
      </Button>
      {isOpen && feed && <feed.FeedPanel onClose={() => setOpen(false)} />}
    </>
  );
}

function SessionsSection() {
  const sessions = useCall(listSessions);
  const end = useSend(endSession, { onSuccess: () => notify('done', 'Phiên đó đã kết thúc.') });
  const endOthers = useSend(endOtherSessions, {
    onSuccess: ({ ended }) => notify('done', `Đã kết thúc ${ended} phiên khác.`),
  });
  const rows = sessions.data?.rows ?? [];
  return (
    <section className="account-section" aria-labelledby="phien">
      <Title order={2} id="phien">
        Đang đăng nhập ở
      </Title>
      <p className="dimmed">Thấy nơi lạ thì kết thúc phiên đó và đổi mật khẩu ngay.</p>
      {sessions.error && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Refusal error={end.error} />
      {sessions.data && (
        <SessionList sessions={rows} onEnd={({ id }) => end.mutate({ params: { sessionId: id as never } })}>
          {rows.length > 1 && (
            <Button mt="md" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
              Kết thúc mọi phiên khác
            </Button>
          )}
        </SessionList>
      )}
    </section>
  );
}
