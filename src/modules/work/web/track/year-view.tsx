import { useToday } from '#web/shell/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Gantt } from '#web/ui/gantt/gantt.tsx';
import { states } from '../../domain/states.ts';
import { stateWords } from '../../text/state-words.ts';
import type { ObligationRow } from '../shared/rows.ts';
import { stateTones } from '../shared/state-tones.ts';

const kinds = Object.fromEntries(states.map((state) => [state, { tone: stateTones[state], words: stateWords[state] }]));

interface YearViewProps {
  readonly year: number;
  readonly rows: readonly ObligationRow[];
  /** Names of the fields of reform by code. */
  readonly fieldNames: ReadonlyMap<string, string>;
}

/** A year of due days by field of reform, as a chart with its table. */
export function YearView({ year, rows, fieldNames }: YearViewProps) {
  const today = useToday();
  const bars = rows.flatMap(({ id, due, title, place, state, fieldCode }) =>
    due === null
      ? []
      : [
          {
            id,
            label: [place, title].filter(Boolean).join(' '),
            from: due,
            to: due,
            kind: state,
            group: fieldNames.get(fieldCode ?? '') ?? 'Việc khác',
            href: `/san-pham/${id}`,
          },
        ],
  );
  if (bars.length === 0)
    return (
      <EmptyState
        title={`Năm ${year} không có sản phẩm nào đến hạn`}
        text="Sản phẩm có hạn trong năm, sau khi lọc, hiện thành dấu trên sơ đồ. Hãy bớt bộ lọc hoặc chọn năm khác."
      />
    );
  return <Gantt label={`Sản phẩm đến hạn năm ${year}`} year={year} today={today} bars={bars} kinds={kinds} />;
}
