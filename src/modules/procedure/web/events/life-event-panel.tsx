import { Checkbox, MultiSelect, NumberInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fold, foldWords } from '#kernel/fold.ts';
import { notify } from '#web/notices.ts';
import { FormFrame } from '#web/ui/form-frame.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { loadAll, routeSource } from '#web/ui/table/table-source.ts';
import { useSend } from '#web/use-send.ts';
import { listProcedures } from '../../contract/catalogue.ts';
import { type LifeEvent, saveLifeEvent } from '../../contract/life-events.ts';
import { procedureWords, useMayManageProcedures } from '../may-manage.ts';

const source = routeSource(listProcedures);
const blank = { name: '', sort: 500, procedureCodes: [] as readonly string[], isShown: true };

/** One life event: its name, its place, its procedures. */
export function LifeEventPanel({ event, onClose }: { event: LifeEvent | undefined; onClose: () => void }) {
  const stored = event ?? blank;
  const [value, setValue] = useState<typeof blank>({ ...stored, procedureCodes: stored.procedureCodes });
  const { data: procedures = [] } = useQuery({ queryKey: [...source.key, 'all'], queryFn: () => loadAll(source, {}) });
  const verdict = useMayManageProcedures();
  const send = useSend(saveLifeEvent, {
    onSuccess: () => {
      notify('done', 'Đã lưu sự kiện.');
      onClose();
    },
  });
  const options = procedures.map((row) => ({ value: row.code, label: `${row.name} (${row.code})` }));
  return (
    <SidePanel isOpen title={event?.name ?? 'Thêm sự kiện đời sống'} onClose={onClose}>
      <FormFrame
        submit="Lưu"
        isChanged={JSON.stringify(value) !== JSON.stringify({ ...stored })}
        isPending={send.isPending}
        error={send.error}
        verdict={verdict}
        words={procedureWords}
        onSubmit={() =>
          send.mutate({
            params: {
              code:
                event?.code ??
                foldWords(value.name)
                  .replace(/[^a-z0-9]+/g, '-')
                  .slice(0, 60),
            },
            body: {
              name: value.name,
              sort: value.sort,
              procedureCodes: [...value.procedureCodes],
              isShown: value.isShown,
              version: event?.version ?? 0,
            },
          })
        }
        onCancel={onClose}
      >
        <TextInput
          label="Tên sự kiện"
          required
          value={value.name}
          onChange={(typed) => setValue({ ...value, name: typed.currentTarget.value })}
        />
        <NumberInput
          label="Thứ tự"
          min={0}
          allowDecimal={false}
          value={value.sort}
          onChange={(sort) => setValue({ ...value, sort: typeof sort === 'number' ? sort : 500 })}
        />
        <MultiSelect
          label="Thủ tục"
          searchable
          data={options}
          value={[...value.procedureCodes]}
          onChange={(procedureCodes) => setValue({ ...value, procedureCodes })}
          filter={({ options: all, search }) =>
            all.filter((one) => 'label' in one && fold(one.label).includes(fold(search)))
          }
        />
        <Checkbox
          label="Hiện trên trang công khai"
          checked={value.isShown}
          onChange={(typed) => setValue({ ...value, isShown: typed.currentTarget.checked })}
        />
      </FormFrame>
    </SidePanel>
  );
}
