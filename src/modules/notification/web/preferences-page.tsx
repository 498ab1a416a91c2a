import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import './notification.css';
import { Alert, Group, NativeSelect, Switch, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CallError } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { getPreferences, type Preferences, setPreferences } from '../contract.ts';
import { writeMinute } from '../domain/clock-text.ts';
import { ChoicesTable } from './choices-table.tsx';

const night = { from: '21:00', to: '06:00' };
const halfHours = Array.from({ length: 48 }, (_, i) => writeMinute(i * 30));

/** Every half hour, and the time chosen before when it is another. */
const timesWith = (chosen: string) => (halfHours.includes(chosen) ? halfHours : [...halfHours, chosen].sort());

/** What a person wants to be told, by which channel, and when no e-mail shall come. */
export function Component() {
  const stored = useCall(getPreferences);
  if (stored.error) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  return (
    <>
      <PageHeader
        title="Tùy chọn nhận thông báo"
        note="Chọn việc nào báo trên màn hình, việc nào gửi thêm thư điện tử."
        back={{ to: '/tai-khoan', label: 'Tài khoản' }}
      />
      {stored.data && <PreferencesForm stored={stored.data} />}
    </>
  );
}

function PreferencesForm({ stored }: { stored: Preferences }) {
  const [mine, setMine] = useState(stored);
  const save = useSend(setPreferences, { refresh: [getPreferences] });
  useEffect(() => setMine(stored), [stored]);
  const isChanged = JSON.stringify([mine.kinds, mine.quiet]) !== JSON.stringify([stored.kinds, stored.quiet]);
  function submit() {
    const choices = mine.kinds.map(({ kind, app, email }) => ({ kind, app, email }));
    save.mutate(
      { body: { choices, quiet: mine.quiet, version: stored.version } },
      { onSuccess: () => notify('done', 'Đã lưu tùy chọn nhận thông báo.') },
    );
  }
  return (
    <FormFrame
      submit="Lưu tùy chọn"
      onSubmit={submit}
      isChanged={isChanged}
      isPending={save.isPending}
      error={save.error instanceof CallError ? save.error : null}
    >
      <MailNote preferences={stored} />
      <ChoicesTable kinds={mine.kinds} onChange={(kinds) => setMine({ ...mine, kinds })} />
      <div>
        <Title order={2} mb="xs">
          Giờ yên lặng
        </Title>
        <Switch
          label="Không gửi thư điện tử trong khoảng giờ sau"
          description="Thư đến hạn trong giờ này được gửi ngay khi hết giờ. Việc gấp vẫn được gửi."
          checked={mine.quiet !== null}
          onChange={(event) => setMine({ ...mine, quiet: event.currentTarget.checked ? night : null })}
        />
        {mine.quiet && (
          <Group mt="sm" gap="md" align="flex-end">
            {(['from', 'to'] as const).map((end) => (
              <NativeSelect
                key={end}
                label={end === 'from' ? 'Từ' : 'Đến'}
                data={timesWith(mine.quiet?.[end] ?? '')}
                value={mine.quiet?.[end] ?? ''}
                onChange={(event) =>
                  setMine({ ...mine, quiet: { ...(mine.quiet ?? night), [end]: event.currentTarget.value } })
                }
              />
            ))}
            {mine.quiet.from > mine.quiet.to && (
              <Text size="sm" pb={8}>
                sáng hôm sau
              </Text>
            )}
          </Group>
        )}
      </div>
    </FormFrame>
  );
}

function MailNote({ preferences: { sendsMail, address } }: { preferences: Preferences }) {
  if (!sendsMail) {
    return (
      <Alert title="Đơn vị chưa gửi thư điện tử" color="amber">
        Lựa chọn về thư điện tử được giữ và có hiệu lực khi quản trị bật gửi thư.
      </Alert>
    );
  }
  if (address === null) {
    return (
      <Alert title="Bạn chưa có địa chỉ thư điện tử" color="amber">
        Xin báo quản trị bổ sung địa chỉ trong danh bạ cán bộ; trước đó thông báo chỉ hiện trên màn hình.
      </Alert>
    );
  }
  return (
    <Text size="sm">
      Thư được gửi tới <strong>{address}</strong>.
    </Text>
  );
}
