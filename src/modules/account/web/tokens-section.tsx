import { Button, Checkbox, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { listTokens, makeToken, revokeToken } from '../contract/tokens.ts';
import { Refusal } from './refusal.tsx';
import { ToldOnce } from './told-once.tsx';

type Tokens = AnswerOf<typeof listTokens>;
type Token = Tokens['rows'][number];

const states = {
  active: ['done', 'Đang dùng được'],
  expired: ['none', 'Hết hạn'],
  revoked: ['none', 'Đã thu hồi'],
} as const;

/** Tokens by which programs act in one's name, with a part of one's permissions. */
export function TokensSection() {
  const tokens = useCall(listTokens);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  return (
    <section className="account-section" aria-labelledby="ma-truy-cap">
      <Title order={2} id="ma-truy-cap">
        Mã truy cập cá nhân
      </Title>
      <p className="dimmed">
        Cho chương trình khác lấy dữ liệu thay mình, với một phần quyền của mình. Không cần thì đừng tạo. Cách dùng ở{' '}
        <a href="/api/docs">tài liệu giao diện lập trình</a>.
      </p>
      {tokens.error && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && tokens.data.rows.length > 0 && <TokenList {...tokens.data} />}
      {made !== undefined && (
        <ToldOnce title="Mã mới, chỉ hiện một lần" text={made} onDone={() => setMade(undefined)}>
          <code>{made}</code>
          <p className="dimmed">Ai có mã này làm được như mình trong phạm vi quyền đã chọn. Hãy cất như mật khẩu.</p>
        </ToldOnce>
      )}
      {tokens.data && isMaking && (
        <NewToken
          scopes={tokens.data.scopes}
          onMade={(token) => {
            setMade(token);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      {!isMaking && made === undefined && (
        <Button mt="md" variant="default" onClick={() => setMaking(true)}>
          Tạo mã truy cập
        </Button>
      )}
    </section>
  );
}

function TokenList({ rows, scopes }: Tokens) {
  const [asked, setAsked] = useState<Token>();
  const revoke = useSend(revokeToken, {
    onSuccess: () => {
      setAsked(undefined);
      notify('done', 'Mã đã bị thu hồi, không dùng được nữa.');
    },
  });
  return (
    <>
      <ul className="account-rows">
        {rows.map((token) => (
          <li key={token.id}>
            <div>
              <strong>{token.name}</strong>{' '}
              <StatusBadge tone={states[token.state][0]}>{states[token.state][1]}</StatusBadge>
              <div className="dimmed">
                {token.scopes.map((code) => scopes.find((scope) => scope.code === code)?.words ?? code).join('; ')} ·
                đến {formatMoment(token.expiresAt)} ·{' '}
                {token.lastUsedAt ? `dùng lần cuối ${formatMoment(token.lastUsedAt)}` : 'chưa dùng'}
              </div>
            </div>
            {token.state === 'active' && (
              <Button variant="default" onClick={() => setAsked(token)} aria-label={`Thu hồi mã ${token.name}`}>
                Thu hồi
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={`Thu hồi mã "${asked?.name ?? ''}"?`}
        confirm="Thu hồi mã"
        isDangerous
        isPending={revoke.isPending}
        onConfirm={() => asked && revoke.mutate({ params: { tokenId: asked.id } })}
        onClose={() => setAsked(undefined)}
      >
        Chương trình đang dùng mã này sẽ dừng ngay. Không khôi phục được; cần thì tạo mã mới.
        <Refusal error={revoke.error} />
      </ConfirmDialog>
    </>
  );
}

function NewToken(props: {
  readonly scopes: Tokens['scopes'];
  readonly onMade: (token: string) => void;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [scopes, setScopes] = useState<string[]>([]);
  const make = useSend(makeToken, { onSuccess: ({ token }) => props.onMade(token) });
  return (
    <FormFrame
      submit="Tạo mã"
      isChanged={name !== '' || scopes.length > 0}
      isPending={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate({ body: { name, scopes, days: Number(days) } })}
      onCancel={props.onCancel}
    >
      <TextInput
        label="Tên để nhận ra mã"
        placeholder="Ví dụ: máy tổng hợp báo cáo của huyện"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        required
        data-autofocus
      />
      <Checkbox.Group label="Quyền trao cho mã" value={scopes} onChange={setScopes} required>
        <Stack gap="xs" mt="xs">
          {props.scopes.map((scope) => (
            <Checkbox key={scope.code} value={scope.code} label={scope.words} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group>
        <NativeSelect
          label="Dùng được trong"
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={[
            { value: '7', label: '7 ngày' },
            { value: '30', label: '30 ngày' },
            { value: '90', label: '90 ngày' },
            { value: '366', label: '1 năm' },
          ]}
        />
      </Group>
    </FormFrame>
  );
}
