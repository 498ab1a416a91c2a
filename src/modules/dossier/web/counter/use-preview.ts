import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '#web/call.ts';
import { newKey } from '#web/new-key.ts';
import { previewIntake } from '../../contract/receive.ts';
import { type IntakeValue, intakeOf } from './intake-value.ts';
import type { Preview } from './preview-panel.tsx';

const pauseMs = 400;

/** What would come of the intake as typed; undefined while it has no procedure or no name. */
export function usePreview(value: IntakeValue, receivedAt: string | undefined): Preview | undefined {
  const intake = intakeOf(value);
  const [asked] = useDebouncedValue(
    JSON.stringify(intake ? { intake, ...(receivedAt && { receivedAt }) } : null),
    pauseMs,
  );
  const found = useQuery({
    queryKey: ['intake-preview', asked],
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(previewIntake, { body: JSON.parse(asked) }, { idempotencyKey: newKey(), signal }),
  });
  return intake ? found.data : undefined;
}
