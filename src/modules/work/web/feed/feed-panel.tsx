import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import { copyText } from '#web/copy-text.ts';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { getCalendarFeed, makeCalendarFeed, removeCalendarFeed } from '../../contract/calendar-feed.ts';

/** The secret address at which a phone or computer calendar reads this person's due days: made, copied, taken back. */
export function FeedPanel({ onClose }: { onClose: () => void }) {
  const found = useCall(getCalendarFeed);
  const make = useSend(makeCalendarFeed, { refresh: [getCalendarFeed] });
  const remove = useSend(removeCalendarFeed, { refresh: [getCalendarFeed] });
  const [asked, setAsked] = useState<'make' | 'remove'>();
  const feed = found.data?.feed;
  const error = make.error ?? remove.error;
  const onMake = () => make.mutate({ body: {} }, { onSettled: () => setAsked(undefined) });
  const onRemove = () =>
    remove.mutate(
      {},
      {
        onSuccess: () => {
          make.reset();
          notify('done', 'Đã thu hồi. Địa chỉ cũ không còn dùng được.');
        },
        onSettled: () => setAsked(undefined),
      },
    );
  return (
    <SidePanel isOpen title="Lịch cá nhân (iCalendar)" onClose={onClose}>
      <Text mb="sm" size="sm">
        Thêm địa chỉ này vào lịch trên điện thoại hoặc máy tính (Google Calendar, Outlook, lịch của iPhone): hạn của bạn
        tự hiện trong lịch và tự đổi theo. Ai có địa chỉ đều đọc được hạn của bạn, xin giữ kín.
      </Text>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <Text mb="sm" size="sm">
          {feed
            ? `Đã có địa chỉ, tạo ngày ${formatDate(dayInVietnam(Date.parse(feed.createdAt)))}; ${
                feed.usedOn ? `dùng lần cuối ngày ${formatDate(feed.usedOn)}` : 'chưa dùng lần nào'
              }.`
            : 'Bạn chưa có địa chỉ lịch cá nhân.'}
        </Text>
      )}
      {make.data && <NewAddress url={make.data.url} />}
      {error && (
        <Alert color="red" mb="sm" role="alert">
          {error.message}
        </Alert>
      )}
      {found.data && (
        <Group gap="sm">
          <Button loading={make.isPending} onClick={() => (feed ? setAsked('make') : onMake())}>
            {feed ? 'Tạo địa chỉ mới' : 'Tạo địa chỉ'}
          </Button>
          {feed && (
            <Button variant="default" onClick={() => setAsked('remove')}>
              Thu hồi
            </Button>
          )}
        </Group>
      )}
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={asked === 'make' ? 'Tạo địa chỉ mới?' : 'Thu hồi địa chỉ?'}
        confirm={asked === 'make' ? 'Tạo địa chỉ mới' : 'Thu hồi'}
        isPending={make.isPending || remove.isPending}
        onConfirm={asked === 'make' ? onMake : onRemove}
        onClose={() => setAsked(undefined)}
      >
        Địa chỉ cũ hết hiệu lực ngay; lịch đang dùng địa chỉ ấy không cập nhật nữa.
      </ConfirmDialog>
    </SidePanel>
  );
}

function NewAddress({ url }: { url: string }) {
  const copy = async () => {
    await copyText(url);
    notify('done', 'Đã sao chép địa chỉ lịch.');
  };
  return (
    <Alert color="green" title="Địa chỉ mới, chỉ hiện lần này" mb="sm">
      <TextInput
        readOnly
        aria-label="Địa chỉ lịch cá nhân"
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button mt="sm" variant="default" onClick={() => void copy()}>
        Sao chép địa chỉ
      </Button>
    </Alert>
  );
}
