import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { call } from '#web/call.ts';
import { notify } from '#web/notices.ts';
import { useSession } from '#web/shell/session.ts';
import { getLogHead, listLogHeads } from '../contract.ts';
import { saveFile } from './save-file.ts';

type Head = AnswerOf<typeof listLogHeads>['heads'][number];

/** Saves every signed head of the unit as a file, to be kept where the owner of the database cannot write. */
export function HeadsExport() {
  const { unit, today } = useSession();
  const [isBusy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    try {
      const heads: Head[] = [];
      for (let more = true; more; ) {
        const part = await call(listLogHeads, { query: { after: heads.at(-1)?.size ?? 0 } });
        heads.push(...part.heads);
        more = part.more && part.heads.length > 0;
      }
      const { publicKeys } = await call(getLogHead);
      saveFile(`dau-cay-nhat-ky-${today}.json`, { unit: unit.name, publicKeys, heads });
      notify('done', `Đã tải ${heads.length.toLocaleString('vi-VN')} đầu cây. Xin cất tệp ở nơi khác máy chủ.`);
    } catch (error) {
      notify('error', error instanceof Error ? error.message : 'Chưa tải được. Xin thử lại.');
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="default" loading={isBusy} onClick={() => void save()}>
      Tải các đầu cây đã ký
    </Button>
  );
}
