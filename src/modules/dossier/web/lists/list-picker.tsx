import { UnstyledButton } from '@mantine/core';
import { useCall } from '#web/use-call.ts';
import { countDossiers, type WorkList } from '../../contract/reads.ts';
import { shortListWords } from '../../text/list-words.ts';

/** Lists that are shown even when nothing stands in them, so that they are found. */
const always: ReadonlySet<WorkList> = new Set(['mine', 'running', 'due-soon', 'overdue', 'wait-hand-over', 'all']);
const alarming: ReadonlySet<WorkList> = new Set(['overdue', 'apologies-owed', 'last-day-to-apologise']);

interface ListPickerProps {
  readonly list: WorkList;
  readonly isMine: boolean;
  readonly onPick: (list: WorkList) => void;
}

/** The work lists with their counts; a press opens one. */
export function ListPicker({ list, isMine, onPick }: ListPickerProps) {
  const found = useCall(countDossiers, { query: { mine: isMine ? 'yes' : 'no' } }, { refetchInterval: 60_000 });
  const counts = found.data?.counts ?? [];
  const shown = counts.filter((one) => one.n > 0 || always.has(one.list) || one.list === list);
  return (
    <ul className="dossier-lists" aria-label="Danh sách hồ sơ">
      {shown.map(({ list: name, n, atLeast }) => (
        <li key={name}>
          <UnstyledButton
            className="dossier-list"
            aria-pressed={name === list}
            data-alarm={(alarming.has(name) && n > 0) || undefined}
            onClick={() => onPick(name)}
          >
            {shortListWords[name]} {name !== 'all' && <b>{atLeast ? `${n - 1}+` : n}</b>}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
