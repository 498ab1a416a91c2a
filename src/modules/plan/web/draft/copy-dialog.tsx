import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useSend } from '#web/use-send.ts';
import { copyPlan } from '../../contract/drafting.ts';
import type { PlanDialogProps } from './plan-dialogs.tsx';

const yearLength = 4;

/** Writes the plan of a later year from this one. */
export function CopyDialog({ plan, onClose }: PlanDialogProps) {
  const navigate = useNavigate();
  const [year, setYear] = useState<number | string>(plan.year + 1);
  const lastYear = useRef<number | string>(plan.year + 1);
  const [title, setTitle] = useState(plan.title.replaceAll(String(plan.year), String(plan.year + 1)));
  const copy = useSend(copyPlan, {
    onSuccess: (made) => {
      onClose();
      void navigate(`/ke-hoach/${made.planId}`);
    },
  });
  // The year in the title follows, as long as the title still has it.
  function changeYear(next: number | string) {
    if (String(next).length === yearLength) {
      setTitle(title.replaceAll(String(lastYear.current), String(next)));
      lastYear.current = next;
    }
    setYear(next);
  }
  const isMissing = title.trim() === '' || typeof year !== 'number';
  return (
    <Modal opened onClose={onClose} title="Soạn kế hoạch năm sau">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          copy.mutate({ params: { planId: plan.id }, body: { year: Number(year), title: title.trim() } });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            Toàn bộ nhiệm vụ, chỉ tiêu và nội dung của phiên bản {plan.version} được chép sang; năm trong các thời hạn
            chuyển sang năm mới. Sau đó sửa từng mục rồi ban hành.
          </Text>
          <NumberInput
            label="Năm"
            value={year}
            onChange={changeYear}
            min={1990}
            max={2200}
            allowDecimal={false}
            data-autofocus
          />
          <TextInput label="Tên kế hoạch" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          {copy.error && <ErrorState error={copy.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={copy.isPending} disabled={isMissing}>
              Bắt đầu soạn
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
