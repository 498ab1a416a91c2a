import { type KeyboardEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { StatusBadge } from '../status-badge.tsx';
import { barDays, type GanttBar, type GanttGroup, type GanttProps } from './gantt.tsx';
import { yearScale } from './gantt-scale.ts';

const rowHeight = 32;
const barHeight = 16;
const leastWidth = 0.8;

type Line = { readonly title: string } | { readonly bar: GanttBar };

function linesOf(groups: readonly GanttGroup[]): readonly Line[] {
  return groups.flatMap((group) => [
    ...(group.title === '' ? [] : [{ title: group.title }]),
    ...group.bars.map((bar) => ({ bar })),
  ]);
}

/** The year as bars; arrow keys go from bar to bar, Enter opens its record. */
export function GanttChart({ label, year, today, kinds, groups }: GanttProps & { groups: readonly GanttGroup[] }) {
  const scale = yearScale(year);
  const lines = linesOf(groups);
  const bars = lines.flatMap((line) => ('bar' in line ? [line.bar] : []));
  const [active, setActive] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  const navigate = useNavigate();
  const now = scale.middle(today);
  const height = lines.length * rowHeight;
  const used = Object.entries(kinds).filter(([kind]) => bars.some((bar) => bar.kind === kind));
  function onKeyDown(event: KeyboardEvent, index: number) {
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: bars.length - 1 };
    const to = steps[event.key];
    const href = bars[index]?.href;
    if (to !== undefined) {
      drawing.current?.querySelectorAll<SVGGElement>('[data-bar]')[Math.max(0, Math.min(bars.length - 1, to))]?.focus();
    } else if (event.key === 'Enter' && href !== undefined) navigate(href);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <ul className="gantt-legend" aria-label="Chú giải">
        {used.map(([kind, { tone, words }]) => (
          <li key={kind}>
            <span className="gantt-swatch" data-tone={tone} />
            <StatusBadge tone={tone}>{words}</StatusBadge>
          </li>
        ))}
        {now !== undefined && (
          <li>
            <span className="gantt-today-mark" /> Hôm nay {formatDate(today)}
          </li>
        )}
      </ul>
      <div className="gantt-scroll">
        <div className="gantt-grid">
          <div className="gantt-corner">Nội dung</div>
          <div className="gantt-months">
            {scale.months.map(({ month, start, width }) => (
              <span key={month} style={{ left: `${start}%`, width: `${width}%` }}>
                {(month - 1) % 3 === 0 && <b>Quý {['I', 'II', 'III', 'IV'][(month - 1) / 3]}</b>}
                <span>T{month}</span>
              </span>
            ))}
          </div>
          <ol className="gantt-labels" style={{ '--row': `${rowHeight}px` }}>
            {lines.map((line) =>
              'title' in line ? (
                <li key={`g-${line.title}`} className="gantt-heading" title={line.title}>
                  {line.title}
                </li>
              ) : (
                <li key={line.bar.id} title={line.bar.label}>
                  {line.bar.href === undefined ? line.bar.label : <Link to={line.bar.href}>{line.bar.label}</Link>}
                </li>
              ),
            )}
          </ol>
          <svg ref={drawing} className="gantt-drawing" height={height} aria-label={label}>
            {lines.map((line, at) =>
              'title' in line ? (
                <rect
                  key={`g-${line.title}`}
                  className="gantt-band"
                  x="0"
                  width="100%"
                  y={at * rowHeight}
                  height={rowHeight}
                />
              ) : null,
            )}
            {scale.months.map(({ month, start }) => (
              <line
                key={month}
                className="gantt-line"
                data-quarter={(month - 1) % 3 === 0 || undefined}
                x1={`${start}%`}
                x2={`${start}%`}
                y1={0}
                y2={height}
              />
            ))}
            {lines.map((line, at) => {
              if ('title' in line) return null;
              const { bar } = line;
              const place = scale.stretch(bar.from, bar.to);
              const index = bars.indexOf(bar);
              const kind = kinds[bar.kind];
              const y = at * rowHeight + (rowHeight - barHeight) / 2;
              const words = `${bar.label}, ${barDays(bar)}${kind ? `, ${kind.words}` : ''}${place ? '' : ', ngoài năm này'}`;
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: the role depends on whether the bar opens a record
                <g
                  key={bar.id}
                  data-bar
                  className="gantt-bar"
                  data-tone={kind?.tone ?? 'none'}
                  role={bar.href === undefined ? 'img' : 'link'}
                  aria-label={words}
                  tabIndex={index === active ? 0 : -1}
                  onFocus={() => setActive(index)}
                  onClick={() => bar.href !== undefined && navigate(bar.href)}
                  onKeyDown={(event) => onKeyDown(event, index)}
                >
                  <title>{words}</title>
                  <rect className="gantt-row" x="0" width="100%" y={at * rowHeight} height={rowHeight} />
                  {place && (
                    <rect
                      className="gantt-fill"
                      x={`${Math.min(place.start, 100 - leastWidth)}%`}
                      width={`${Math.max(place.width, leastWidth)}%`}
                      y={y}
                      height={barHeight}
                      rx={2}
                    />
                  )}
                </g>
              );
            })}
            {now !== undefined && <line className="gantt-now" x1={`${now}%`} x2={`${now}%`} y1={0} y2={height} />}
          </svg>
        </div>
      </div>
    </>
  );
}
