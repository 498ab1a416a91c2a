import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallError } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { ConflictDialog } from '#web/ui/conflict-dialog.tsx';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { useSend } from '#web/use-send.ts';
import { listSettings, saveSetting } from '../contract.ts';
import type { SettingKey, Settings } from '../domain/settings.ts';
import { settingWords } from '../text.ts';

export interface StoredSetting<K extends SettingKey> {
  readonly key: K;
  readonly value: Settings[K];
  readonly version: number;
}

interface SettingFormProps<K extends SettingKey> {
  readonly stored: StoredSetting<K>;
  /** The value as text, for comparing with another's. */
  readonly write: (value: Settings[K]) => string;
  readonly children: (value: Settings[K], set: (value: Settings[K]) => void) => ReactNode;
}

/** One setting: its name, what it does, its field and its own save button. */
export function SettingForm<K extends SettingKey>({ stored, write, children }: SettingFormProps<K>) {
  const { key, version } = stored;
  const words = settingWords[key];
  const [value, setValue] = useState(stored.value);
  const [theirs, setTheirs] = useState<StoredSetting<K>>();
  const save = useSend(saveSetting, { refresh: [listSettings] });
  useEffect(() => setValue(stored.value), [stored.value]);
  function send(base: number) {
    const body = { key, value, version: base } as NonNullable<Parameters<typeof save.mutate>[0]['body']>;
    save.mutate(
      { body },
      {
        onSuccess: () => {
          setTheirs(undefined);
          notify('done', `Đã lưu: ${words.name}.`);
        },
        onError: (error) => error.status === 409 && setTheirs(currentIn<K>(error)),
      },
    );
  }
  const isChanged = JSON.stringify(value) !== JSON.stringify(stored.value);
  return (
    <section className="setting" aria-label={words.name}>
      <Title order={2}>{words.name}</Title>
      <Text size="sm" mb="sm">
        {words.effect}
      </Text>
      <FormFrame
        submit="Lưu"
        onSubmit={() => send(version)}
        isChanged={isChanged}
        isPending={save.isPending}
        error={theirs ? null : save.error}
      >
        {children(value, setValue)}
      </FormFrame>
      {theirs && (
        <ConflictDialog
          isOpen
          fields={[{ label: words.name, mine: write(value), theirs: write(theirs.value) }]}
          isPending={save.isPending}
          onKeepMine={() => send(theirs.version)}
          onTakeTheirs={() => {
            setValue(theirs.value);
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </section>
  );
}

function currentIn<K extends SettingKey>(error: CallError): StoredSetting<K> | undefined {
  return (error.details as { current?: StoredSetting<K> } | undefined)?.current;
}
