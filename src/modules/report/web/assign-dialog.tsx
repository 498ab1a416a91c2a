import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { listPositions } from '#modules/org/contract/positions.ts';
import { notify } from '#web/notices.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { assignSection, type SectionRow } from '../contract.ts';

/** Gives a section to another post. */
export function AssignDialog({ section, onClose }: { section: SectionRow; onClose: () => void }) {
  const posts = useCall(listPositions, { query: { size: 200 } });
  const [chosen, setChosen] = useState<string | null>(section.owner.positionId);
  const assign = useSend(assignSection);
  return (
    <ConfirmDialog
      isOpen
      title={`Giao phần "${section.title}" cho ai?`}
      confirm="Giao"
      isPending={assign.isPending}
      isBlocked={chosen === null || chosen === section.owner.positionId}
      onClose={onClose}
      onConfirm={() =>
        assign.mutate(
          { params: { sectionId: section.id }, body: { version: section.version, positionId: chosen as Id } },
          {
            onSuccess: () => {
              notify('done', 'Đã giao người phụ trách.');
              onClose();
            },
            onError: (error) => notify('error', error.message),
          },
        )
      }
    >
      <Select
        label="Chức danh phụ trách"
        searchable
        data={(posts.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen}
        onChange={setChosen}
      />
    </ConfirmDialog>
  );
}
