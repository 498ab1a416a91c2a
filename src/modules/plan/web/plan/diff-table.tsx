import type { AnswerOf } from '#kernel/route.ts';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import type { diffVersions } from '../../contract/plans.ts';
import { partWords, rowFieldWords } from './row-field-words.ts';
import './plan.css';

type Diff = AnswerOf<typeof diffVersions>;
type Field = Diff['changes'][number]['fields'][number];

const changes: Readonly<Record<'added' | 'changed' | 'removed', { tone: StatusTone; words: string }>> = {
  added: { tone: 'done', words: 'Thêm' },
  changed: { tone: 'soon', words: 'Sửa' },
  removed: { tone: 'error', words: 'Bỏ' },
};

/** Fields worth reading: with words, known to people, and not said twice. */
function shownFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(
    (field) =>
      rowFieldWords[field.name] !== undefined &&
      (field.before || field.after) &&
      !(field.name === 'ours' && isNew(field)),
  );
}

/** A row that comes or goes is the unit's own unless it says otherwise. */
function isNew({ before, after }: Field): boolean {
  return (before === null) !== (after === null) && (before ?? after) === 'có';
}

/** Additions, changes and removals with both sides. */
export function DiffTable({ diff }: { diff: Diff }) {
  if (diff.changes.length === 0) return <p>Không có thay đổi; {diff.untouched} mục giữ nguyên.</p>;
  return (
    <>
      <p>
        Thêm {diff.added}, sửa {diff.changed}, bỏ {diff.removed}; giữ nguyên {diff.untouched} mục.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className="diff-scroll" tabIndex={0} aria-label="So sánh với phiên bản trước">
        <table className="plain-table diff-table">
          <thead>
            <tr>
              <th scope="col">Thay đổi</th>
              <th scope="col">Mục</th>
              <th scope="col">Trước</th>
              <th scope="col">Sau</th>
            </tr>
          </thead>
          <tbody>
            {diff.changes.map((change) => (
              <tr key={`${change.part}-${change.kind}-${change.id ?? change.path ?? change.label}`}>
                <td data-label="Thay đổi">
                  <StatusBadge tone={changes[change.kind].tone}>{changes[change.kind].words}</StatusBadge>
                </td>
                <td data-label="Mục">
                  <span className="page-note">{partWords[change.part]}</span>
                  {change.label}
                </td>
                <Side label="Trước" fields={shownFields(change.fields)} side="before" />
                <Side label="Sau" fields={shownFields(change.fields)} side="after" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Side({ label, fields, side }: { label: string; fields: readonly Field[]; side: 'before' | 'after' }) {
  const told = fields.filter((field) => field[side]);
  return (
    <td data-label={label} data-empty={told.length === 0 || undefined}>
      {told.map((field) => (
        <p key={field.name}>
          <span className="page-note">{rowFieldWords[field.name]}:</span> {field[side]}
        </p>
      ))}
    </td>
  );
}
