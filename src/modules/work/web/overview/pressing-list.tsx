import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { notify } from '#web/notices.ts';
import { useSend } from '#web/use-send.ts';
import { urgeWork } from '../../contract/acts.ts';
import { bearerText } from '../shared/bearer-text.ts';
import { DueCell } from '../shared/due-cell.tsx';
import type { ObligationRow } from '../shared/rows.ts';

interface PressingListProps {
  readonly title: string;
  readonly rows: readonly ObligationRow[];
  readonly empty: string;
}

/** What presses, whose it is, and one click to urge it. */
export function PressingList({ title, rows, empty }: PressingListProps) {
  const urge = useSend(urgeWork);
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {rows.length === 0 && <Text>{empty}</Text>}
      <ul className="work-list">
        {rows.map((row) => (
          <li key={row.id} className="work-item">
            <div>
              <p>
                <Anchor component={Link} to={`/san-pham/${row.id}`}>
                  {row.title}
                </Anchor>
                {row.place && ` · ${row.place}`}
              </p>
              <Text size="sm" {...(row.bearer.empty && { c: 'red.8', fw: 600 })}>
                {bearerText(row.bearer)}
              </Text>
              <Text size="sm" component="div">
                Hạn: <DueCell row={row} />
              </Text>
            </div>
            {row.bearer.people.length > 0 && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={`Đôn đốc: ${row.title}, ${row.place}`}
                loading={urge.isPending && urge.variables?.params?.obligationId === row.id}
                onClick={() =>
                  urge.mutate(
                    { params: { obligationId: row.id }, body: { version: row.version } },
                    {
                      onSuccess: () => notify('done', `Đã đôn đốc ${bearerText(row.bearer)}.`),
                      onError: (error) => notify('error', error.message),
                    },
                  )
                }
              >
                Đôn đốc
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
