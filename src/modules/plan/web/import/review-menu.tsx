import { Button } from '@mantine/core';
import { IconDots, IconFileDownload, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { MenuButton, type MenuEntry } from '#web/ui/menu-button.tsx';
import { useSend } from '#web/use-send.ts';
import { importFilePath } from '../../contract/exports.ts';
import { discardImport, readAgain } from '../../contract/imports.ts';
import type { ReadImport } from './review.tsx';

/** What may be done with an import beside accepting it: its file, a fresh reading, giving it up. */
export function ReviewMenu({ answer, isOpen }: { answer: ReadImport; isOpen: boolean }) {
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const again = useSend(readAgain, { onError: (error) => notify('error', error.message) });
  const discard = useSend(discardImport, {
    onSuccess: () => {
      notify('done', 'Đã bỏ lần nhập này. Tệp và dấu vết vẫn được lưu.');
      void navigate('/nhap-ke-hoach');
    },
    onError: (error) => notify('error', error.message),
  });
  const sent = { params: { importId: answer.id }, body: { version: answer.version } };
  const entries: MenuEntry[] = [{ label: 'Tải tệp gốc', icon: IconFileDownload, href: importFilePath(answer.id) }];
  if (isOpen) {
    entries.push({
      label: 'Đọc lại, giữ những gì đã sửa',
      icon: IconRefresh,
      onClick: () => again.mutate(sent),
    });
    entries.push({ label: 'Bỏ lần nhập', icon: IconTrash, isApart: true, onClick: () => setAsked(true) });
  }
  return (
    <>
      <MenuButton entries={entries}>
        {(opener) => (
          <Button variant="default" leftSection={<IconDots size={18} stroke={1.6} />} {...opener}>
            Việc khác
          </Button>
        )}
      </MenuButton>
      <ConfirmDialog
        isOpen={isAsked}
        title="Bỏ lần nhập này?"
        confirm="Bỏ lần nhập"
        isDangerous
        isPending={discard.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => discard.mutate(sent)}
      >
        Những gì đã sửa và quyết định ở đây sẽ không thành kế hoạch. Tệp gốc vẫn được lưu và có thể nhập lại.
      </ConfirmDialog>
    </>
  );
}
