import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import './setting.css';
import { Button, Switch, Text, TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { sendTestMail } from '#modules/notification/contract.ts';
import { notify } from '#web/notices.ts';
import { useSession } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listSettings } from '../contract.ts';
import type { OfficeContact, SettingKey, Settings } from '../domain/settings.ts';
import { AgencyCodesField } from './agency-codes-field.tsx';
import { SettingForm, type StoredSetting } from './setting-form.tsx';

const contactFields: readonly { name: keyof OfficeContact; label: string; type: string }[] = [
  { name: 'address', label: 'Địa chỉ trụ sở', type: 'text' },
  { name: 'phone', label: 'Điện thoại', type: 'tel' },
  { name: 'email', label: 'Thư điện tử', type: 'email' },
];
const numberFields = [
  { key: 'work.soon-days', label: 'Số ngày', least: 1, most: 30 },
  { key: 'reminder.hour', label: 'Giờ', least: 0, most: 23 },
  { key: 'reminder.escalate-after-days', label: 'Số ngày', least: 1, most: 60 },
] as const;
const yesNo = (value: boolean) => (value ? 'Bật' : 'Tắt');
const same = (value: string) => value;

/** The settings of the unit, one form for each, and the test of the mail server. */
export function Component() {
  const stored = useCall(listSettings);
  const { unit } = useSession();
  if (stored.error) return <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />;
  return (
    <>
      <PageHeader title="Cài đặt" note={`Áp dụng cho ${unit.name}. Mỗi thay đổi được ghi nhật ký.`} />
      {stored.data && (
        <div className="settings">
          <SettingForms find={(key) => settingIn(stored.data.settings, key)} />
          <TestMail mailFrom={stored.data.mailFrom} />
        </div>
      )}
    </>
  );
}

type Find = <K extends SettingKey>(key: K) => StoredSetting<K>;

function settingIn<K extends SettingKey>(
  settings: readonly { key: SettingKey; value: unknown; version: number }[],
  key: K,
): StoredSetting<K> {
  const found = settings.find((one) => one.key === key);
  if (!found) throw new Error(`the server gave no setting ${key}`);
  return { key, value: found.value as Settings[K], version: found.version };
}

function SettingForms({ find }: { find: Find }) {
  return (
    <>
      <SettingForm stored={find('public.plan')} write={yesNo}>
        {(value, set) => (
          <Switch
            label="Người dân xem được kế hoạch đã ban hành"
            checked={value}
            onChange={(event) => set(event.currentTarget.checked)}
          />
        )}
      </SettingForm>
      <SettingForm stored={find('public.progress')} write={yesNo}>
        {(value, set) => (
          <Switch
            label="Người dân xem được tiến độ theo lĩnh vực"
            checked={value}
            onChange={(event) => set(event.currentTarget.checked)}
          />
        )}
      </SettingForm>
      <SettingForm stored={find('office.contact')} write={(contact) => Object.values(contact).join('; ')}>
        {(value, set) =>
          contactFields.map(({ name, label, type }) => (
            <TextInput
              key={name}
              label={label}
              type={type}
              value={value[name]}
              onChange={(event) => set({ ...value, [name]: event.currentTarget.value })}
            />
          ))
        }
      </SettingForm>
      <SettingForm stored={find('mail.enabled')} write={yesNo}>
        {(value, set) => (
          <Switch
            label="Gửi thông báo bằng thư điện tử"
            checked={value}
            onChange={(event) => set(event.currentTarget.checked)}
          />
        )}
      </SettingForm>
      <SettingForm stored={find('mail.sender-name')} write={same}>
        {(value, set) => (
          <TextInput
            aria-label="Tên người gửi"
            maxLength={100}
            value={value}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
      </SettingForm>
      <SettingForm stored={find('mail.reply-to')} write={same}>
        {(value, set) => (
          <TextInput
            aria-label="Địa chỉ nhận trả lời"
            type="email"
            value={value}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
      </SettingForm>
      {numberFields.map(({ key, label, least, most }) => (
        <SettingForm key={key} stored={find(key)} write={String}>
          {(value, set) => (
            <TextInput
              label={label}
              type="number"
              min={least}
              max={most}
              w={160}
              value={value}
              onChange={(event) => set(Math.trunc(event.currentTarget.valueAsNumber) || 0)}
            />
          )}
        </SettingForm>
      ))}
      <SettingForm
        stored={find('dossier.agency-codes')}
        write={(codes) => codes.map(({ code, from }) => `${code} từ ${formatDate(from)}`).join('; ')}
      >
        {(value, set) => <AgencyCodesField value={value} onChange={set} />}
      </SettingForm>
    </>
  );
}

function TestMail({ mailFrom }: { mailFrom: string | null }) {
  const test = useSend(sendTestMail, { refresh: 'none' });
  return (
    <section className="setting" aria-label="Thư thử">
      <Text fw={600}>Thư thử</Text>
      <Text size="sm" mb="sm">
        {mailFrom === null
          ? 'Hệ thống chưa có máy chủ thư: người vận hành cần đặt SMTP_URL và MAIL_FROM khi khởi động.'
          : `Thư đi từ ${mailFrom}, tới địa chỉ của chính bạn. `}
        Kết quả xem ở <Link to="/quan-tri/gui-thong-bao">Gửi thông báo</Link>.
      </Text>
      <Button
        variant="default"
        loading={test.isPending}
        onClick={() =>
          test.mutate(
            {},
            {
              onSuccess: () => notify('done', 'Đã xếp thư thử vào hàng gửi.'),
              onError: (error) => notify('error', error.message),
            },
          )
        }
      >
        Gửi thư thử cho tôi
      </Button>
    </section>
  );
}
