import '../dossier.css';
import './counter.css';
import { Button, Group, Tabs } from '@mantine/core';
import { IconLifebuoy, IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { newKey } from '#web/new-key.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { listDrafts } from '../../contract/receive.ts';
import { CounterDesk } from './counter-desk.tsx';
import { emptyIntake, type IntakeValue, readDraft } from './intake-value.ts';

interface Desk {
  readonly draftId: Id;
  readonly version: number;
  readonly title: string;
  readonly initial: IntakeValue;
}

const mostDesks = 8;
const newDesk = (): Desk => ({ draftId: newKey() as Id, version: 0, title: '', initial: emptyIntake });

/** *Tiếp nhận*: the counter, several dossiers at once, each kept as it is typed. */
export function Component() {
  const found = useCall(listDrafts, { query: { size: mostDesks } }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const kept = found.data.rows.flatMap((row): Desk[] => {
    const initial = readDraft(row.content);
    return initial ? [{ draftId: row.id, version: row.version, title: row.title, initial }] : [];
  });
  return <Counter kept={kept} />;
}

function Counter({ kept }: { kept: readonly Desk[] }) {
  const [desks, setDesks] = useState<readonly Desk[]>(() => (kept.length > 0 ? kept : [newDesk()]));
  const [current, setCurrent] = useState(desks[0]?.draftId ?? ('' as Id));
  const add = useCallback(() => {
    const made = newDesk();
    setDesks((before) => [...before, made].slice(-mostDesks));
    setCurrent(made.draftId);
  }, []);
  const replace = useCallback((draftId: Id) => {
    const made = newDesk();
    setDesks((before) => before.map((desk) => (desk.draftId === draftId ? made : desk)));
    setCurrent(made.draftId);
  }, []);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!event.altKey || event.code !== 'KeyN') return;
      event.preventDefault();
      add();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [add]);
  return (
    <>
      <PageHeader
        title="Tiếp nhận"
        note="Tab để đi tiếp, phím cách để đánh dấu giấy tờ, Ctrl+Enter để tiếp nhận, Alt+N hồ sơ mới. Bản nháp được giữ khi đang gõ."
        actions={
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconPlus size={18} stroke={1.6} />}
              disabled={desks.length >= mostDesks}
              onClick={add}
            >
              Hồ sơ mới
            </Button>
            <Button
              component={Link}
              to="/tiep-nhan/du-phong"
              variant="default"
              leftSection={<IconLifebuoy size={18} stroke={1.6} />}
            >
              Bộ dự phòng
            </Button>
          </Group>
        }
      />
      <Tabs value={current} onChange={(value) => value && setCurrent(value as Id)} keepMounted>
        {desks.length > 1 && (
          <Tabs.List mb="md">
            {desks.map((desk, index) => (
              <Tabs.Tab key={desk.draftId} value={desk.draftId}>
                {index + 1}. {desk.title || 'Hồ sơ mới'}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        {desks.map((desk) => (
          <Tabs.Panel key={desk.draftId} value={desk.draftId}>
            <DeskOf
              desk={desk}
              isShown={desk.draftId === current}
              onChange={setDesks}
              onNext={() => replace(desk.draftId)}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

interface DeskOfProps {
  readonly desk: Desk;
  readonly isShown: boolean;
  readonly onChange: (change: (before: readonly Desk[]) => readonly Desk[]) => void;
  readonly onNext: () => void;
}

function DeskOf({ desk, isShown, onChange, onNext }: DeskOfProps) {
  const { draftId, version, initial, title } = desk;
  const onTitle = useCallback(
    (next: string) => {
      if (next !== title)
        onChange((before) => before.map((one) => (one.draftId === draftId ? { ...one, title: next } : one)));
    },
    [draftId, title, onChange],
  );
  return (
    <CounterDesk
      isShown={isShown}
      draftId={draftId}
      version={version}
      initial={initial}
      onTitle={onTitle}
      onNext={onNext}
    />
  );
}
