import { NativeSelect, Stack, Text } from '@mantine/core';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { previewAccept } from '../../contract/imports.ts';
import { listTasks } from '../../contract/plans.ts';
import { DiffTable } from '../plan/diff-table.tsx';
import './accept-preview.css';

/** Which row of the plan a row read is, where a person said so; and the rows an amendment abolishes. */
export interface Matching {
  readonly matches: { path: string; taskId: Id | null }[];
  readonly removals: Id[];
}

export const noMatching: Matching = { matches: [], removals: [] };

interface PreviewProps {
  readonly importId: Id;
  readonly planId: Id;
  readonly kind: 'amend' | 'replace';
  readonly matching: Matching;
  readonly onChange: (matching: Matching) => void;
}

type Changes = AnswerOf<typeof previewAccept>['changes'];

const mostTasks = 200;
const longest = 90;

/** What accepting would change, side by side; rows the product took for new ones or left in place can be put right. */
export function AcceptPreview({ importId, planId, kind, matching, onChange }: PreviewProps) {
  const sent = { kind, planId, ...matching };
  const diff = useCall(
    previewAccept,
    { params: { importId }, body: sent },
    { placeholderData: (previous) => previous },
  );
  const tasks = useCall(listTasks, { params: { planId }, query: { size: mostTasks } as never });
  if (diff.error) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!diff.data) return <Text size="sm">Đang so sánh …</Text>;
  const choices = (tasks.data?.rows ?? []).map((task) => ({
    value: task.id as string,
    label: shortened(`${task.place} ${task.content}`),
  }));
  return (
    <Stack gap="sm">
      <DiffTable diff={diff.data} />
      <details className="match">
        <summary>Có dòng ghép chưa đúng?</summary>
        <Matches changes={diff.data.changes} choices={choices} matching={matching} onChange={onChange} />
        {kind === 'amend' && <Removals choices={choices} matching={matching} onChange={onChange} />}
      </details>
    </Stack>
  );
}

interface PartProps extends Pick<PreviewProps, 'matching' | 'onChange'> {
  readonly choices: { readonly value: string; readonly label: string }[];
}

/** A row taken for a new one may be a change of a row that is there. */
function Matches({ changes, choices, matching, onChange }: PartProps & { changes: Changes }) {
  const known = new Map(matching.matches.map((match) => [match.path, match.taskId]));
  const rows = changes.filter(
    (change) => change.part === 'task' && change.path !== null && (change.kind === 'added' || known.has(change.path)),
  );
  if (rows.length === 0) return <Text size="sm">Không có nhiệm vụ nào được coi là mới.</Text>;
  return (
    <>
      <Text size="sm">Nhiệm vụ được coi là mới; nếu thật ra là bản sửa của nhiệm vụ đã có, hãy chọn nhiệm vụ đó:</Text>
      {rows.map(({ path, label }) => (
        <NativeSelect
          key={path}
          label={shortened(label)}
          value={known.get(path ?? '') ?? ''}
          data={[{ value: '', label: 'Là nhiệm vụ mới' }, ...choices]}
          onChange={(event) => {
            const taskId = (event.currentTarget.value || null) as Id | null;
            const others = matching.matches.filter((match) => match.path !== path);
            onChange({ ...matching, matches: [...others, { path: path ?? '', taskId }] });
          }}
        />
      ))}
    </>
  );
}

/** Rows that the amendment abolishes by words alone. */
function Removals({ choices, matching, onChange }: PartProps) {
  const removed = choices.filter((choice) => matching.removals.includes(choice.value as Id));
  const left = choices.filter((choice) => !matching.removals.includes(choice.value as Id));
  return (
    <>
      <NativeSelect
        label="Nhiệm vụ bị bãi bỏ theo văn bản mới"
        value=""
        data={[{ value: '', label: 'Chọn để bãi bỏ…' }, ...left]}
        onChange={(event) =>
          event.currentTarget.value &&
          onChange({ ...matching, removals: [...matching.removals, event.currentTarget.value as Id] })
        }
      />
      <ul className="match-removals">
        {removed.map((choice) => (
          <li key={choice.value}>
            {choice.label}{' '}
            <button
              type="button"
              className="link-button"
              aria-label={`Giữ lại: ${choice.label}`}
              onClick={() => onChange({ ...matching, removals: matching.removals.filter((id) => id !== choice.value) })}
            >
              Giữ lại
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function shortened(words: string): string {
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
