import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { useMay } from '#web/shell/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { listNarrative, listReportDuties, listResponsibilities, listStatements } from '../../contract/plans.ts';
import { type StatementKind, StatementsForm } from '../draft/statements-form.tsx';
import { frequencyWords } from '../frequency-words.ts';
import { type Plan, PlanFrame, type PlanScreen } from './plan-frame.tsx';

/** What the plan says outside its tables: purposes, objectives, tasks of the text, responsibilities, reports, funding. */
export function Component() {
  return <PlanFrame>{(screen) => <Words {...screen} />}</PlanFrame>;
}

function Words({ plan, planId, version, isDraft }: PlanScreen) {
  const may = useMay();
  const isEditable = isDraft && may('plan.edit');
  const input = { params: { planId }, query: version === undefined ? {} : { version } };
  const statements = useCall(listStatements, input);
  const narrative = useCall(listNarrative, input);
  const responsibilities = useCall(listResponsibilities, input);
  const reports = useCall(listReportDuties, input);
  const error = statements.error ?? narrative.error ?? responsibilities.error ?? reports.error;
  if (error) return <ErrorState error={error} onRetry={() => void statements.refetch()} />;
  if (!statements.data || !narrative.data || !responsibilities.data || !reports.data) return null;
  const of = (kind: string) => statements.data.rows.filter((row) => row.kind === kind).map((row) => row.text);
  const isEmpty =
    statements.data.rows.length + narrative.data.rows.length + responsibilities.data.rows.length === 0 &&
    reports.data.rows.length === 0;
  if (isEmpty && !isEditable)
    return (
      <EmptyState
        title="Kế hoạch không có phần lời"
        text="Mục đích, mục tiêu, nhiệm vụ ở phần lời, trách nhiệm và chế độ báo cáo sẽ nằm ở đây."
      />
    );
  return (
    <div className="plan-words">
      <Section plan={plan} isEditable={isEditable} kind="purpose" title="Mục đích, yêu cầu" texts={of('purpose')} />
      <Section plan={plan} isEditable={isEditable} kind="objective" title="Mục tiêu" texts={of('objective')} />
      <Narrative rows={narrative.data.rows} />
      <Section plan={plan} isEditable={isEditable} kind="funding" title="Kinh phí" texts={of('funding')} />
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

interface SectionProps {
  readonly plan: Plan;
  readonly isEditable: boolean;
  readonly kind: StatementKind;
  readonly title: string;
  readonly texts: readonly string[];
}

function Section({ plan, isEditable, kind, title, texts }: SectionProps) {
  const [isEditing, setEditing] = useState(false);
  if (texts.length === 0 && !isEditable) return null;
  return (
    <section>
      <h2>
        {title}{' '}
        {isEditable && !isEditing && (
          <button
            type="button"
            className="link-button words-edit"
            aria-label={`Sửa: ${title}`}
            onClick={() => setEditing(true)}
          >
            Sửa
          </button>
        )}
      </h2>
      {isEditing ? (
        <StatementsForm plan={plan} kind={kind} title={title} texts={texts} onClose={() => setEditing(false)} />
      ) : (
        <ol data-single={texts.length < 2 || undefined}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      {texts.length === 0 && !isEditing && <p className="page-note">Chưa có nội dung.</p>}
    </section>
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
