import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Why an act was refused, beside its button. */
export function Refusal({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle />} role="alert" mt="md" maw="44rem">
      {error.message}
    </Alert>
  );
}
