import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { listNarrative, listReportDuties, listResponsibilities, listStatements } from '../../contract/plans.ts';
import { frequencyWords } from '../frequency-words.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';

/** What the plan says outside its tables: purposes, objectives, tasks of the text, responsibilities, reports, funding. */
export function Component() {
  return <PlanFrame>{(screen) => <Words {...screen} />}</PlanFrame>;
}

function Words({ planId, version }: PlanScreen) {
  const input = { params: { planId }, query: version === undefined ? {} : { version } };
  const statements = useCall(listStatements, input);
  const narrative = useCall(listNarrative, input);
  const responsibilities = useCall(listResponsibilities, input);
  const reports = useCall(listReportDuties, input);
  const error = statements.error ?? narrative.error ?? responsibilities.error ?? reports.error;
  if (error) return <ErrorState error={error} onRetry={() => void statements.refetch()} />;
  if (!statements.data || !narrative.data || !responsibilities.data || !reports.data) return null;
  const of = (kind: string) => statements.data.rows.filter((row) => row.kind === kind).map((row) => row.text);
  return (
    <div className="plan-words">
      <Section title="Mục đích, yêu cầu" texts={of('purpose')} />
      <Section title="Mục tiêu" texts={of('objective')} />
      <Narrative rows={narrative.data.rows} />
      <Section title="Kinh phí" texts={of('funding')} />
      {responsibilities.data.rows.length > 0 && <h2>Trách nhiệm thực hiện</h2>}
      {responsibilities.data.rows.map((row) => (
        <section key={row.id}>
          <strong>{row.holder.text}</strong>
          <ul>
            {row.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </section>
      ))}
      <Reports rows={reports.data.rows} />
    </div>
  );
}

function Section({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </>
  );
}

function Narrative({ rows }: { rows: AnswerOf<typeof listNarrative>['rows'] }) {
  const sections = new Map<string, { title: string; rows: typeof rows }>();
  for (const row of rows) {
    const section = sections.get(row.section) ?? { title: `${row.section}. ${row.sectionTitle}`, rows: [] };
    sections.set(row.section, { ...section, rows: [...section.rows, row] });
  }
  return [...sections].map(([key, section]) => (
    <section key={key}>
      <h2>{section.title}</h2>
      <ul className="cell-lines">
        {section.rows.map((row) => (
          <li key={row.id}>
            {row.letter && <strong>{row.letter}) </strong>}
            {row.text}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Reports({ rows }: { rows: AnswerOf<typeof listReportDuties>['rows'] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Chế độ báo cáo</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.who.text}</strong> báo cáo {row.to}: {row.about} –{' '}
            {row.frequency.length > 0
              ? row.frequency.map((one) => frequencyWords[one]).join(', ')
              : (row.frequencyText ?? 'chưa nêu kỳ')}
            {row.dueText ? `, ${row.dueText}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
