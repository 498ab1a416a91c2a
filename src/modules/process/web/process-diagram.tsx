import { layOutProcess } from '../domain/diagram-layout.ts';
import type { ProcessBody } from '../domain/process.ts';
import { amountWords } from '../text/amounts.ts';
import { actorNames } from '../text/names.ts';

/** The steps drawn under each other, with ways on, branches and returns; the table beside it says the same in words. */
export function ProcessDiagram({ body }: { body: ProcessBody }) {
  const linesOf = (no: number): string[] => {
    const step = body.steps.find((one) => one.no === no);
    if (!step) return [];
    const who = step.actor ? actorNames[step.actor] : step.actorWords;
    const time = step.counted ? step.norm && amountWords(step.norm) : 'không tính thời gian';
    return [`${no}. ${step.name || 'chưa có tên'}`, [who, time].filter(Boolean).join(' · ')];
  };
  const { width, height, steps, ways } = layOutProcess(body, linesOf);
  return (
    <svg className="process-diagram" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Sơ đồ quy trình">
      <defs>
        <marker id="process-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      {ways.map((way) => (
        <path
          key={way.key}
          d={way.path}
          className="process-way"
          data-kind={way.kind}
          data-branch={way.isBranch || undefined}
          markerEnd="url(#process-arrow)"
        />
      ))}
      {steps.map((step) => (
        <g key={step.no}>
          <rect
            x={step.x}
            y={step.y}
            width={step.width}
            height={step.height}
            rx="5"
            className="process-box"
            data-final={step.final || undefined}
          />
          {step.lines
            .map((words, index) => ({ words, top: step.y + 23 + index * 18 }))
            .map(({ words, top }, index) => (
              <text key={top} x={step.x + 12} y={top} className={index === 0 ? 'process-name' : 'process-line'}>
                {words}
              </text>
            ))}
        </g>
      ))}
    </svg>
  );
}
