import { Link, useParams, useSearchParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getTask } from '../../contract/plans.ts';
import { CellLines, dueLines } from './task-columns.tsx';
import './plan.css';

type Answer = AnswerOf<typeof getTask>;

/** One task: what it asks, of whom, by when, where the document says so, and how versions changed it. */
export function Component() {
  const { planId, taskId } = useParams() as { planId: Id; taskId: Id };
  const [params] = useSearchParams();
  const version = params.get('phien-ban');
  const task = useCall(getTask, { params: { planId, taskId }, query: version ? { version: Number(version) } : {} });
  if (task.error) return <ErrorState error={task.error} onRetry={() => void task.refetch()} />;
  if (!task.data) return null;
  return <Task planId={planId} answer={task.data} />;
}

function Task({ planId, answer }: { planId: Id; answer: Answer }) {
  const { task, history, narrative, appendix, source } = answer;
  return (
    <>
      <PageHeader
        title={`${task.place} – ${task.content}`}
        back={{ to: `/ke-hoach/${planId}`, label: 'Nhiệm vụ' }}
        note={appendix ? `Phụ lục ${appendix.number}: ${appendix.title}` : undefined}
      />
      {!task.ours && (
        <StatusBadge tone="none">Việc của cấp trên: hiện để theo dõi, không tính vào kết quả của đơn vị</StatusBadge>
      )}
      <dl className="facts">
        <dt>Sản phẩm</dt>
        <dd>
          <CellLines lines={task.outputs.map((output) => output.text)} isBulleted />
        </dd>
        <dt>Thời hạn</dt>
        <dd>
          {task.dues.length > 0 ? (
            <CellLines lines={dueLines(task)} />
          ) : (
            <StatusBadge tone="doubt">Chưa có thời hạn</StatusBadge>
          )}
          {task.dueText && <p className="page-note">Nguyên văn: “{task.dueText}”</p>}
        </dd>
        <dt>Chủ trì</dt>
        <dd>
          <Holders holders={task.leads} />
        </dd>
        <dt>Phối hợp</dt>
        <dd>{task.coordinators.length > 0 ? <Holders holders={task.coordinators} /> : 'Không nêu'}</dd>
        {task.otherRoles.map((role) => (
          <Fact key={role.role} title={role.role}>
            <Holders holders={role.holders} />
          </Fact>
        ))}
        {narrative.length > 0 && (
          <Fact title="Nội dung ở phần lời">
            <CellLines lines={narrative.map((row) => `${row.section}.${row.letter}) ${row.text}`)} />
          </Fact>
        )}
        {source && (
          <Fact title="Nguồn">
            <Link to={`/nhap-ke-hoach/${source.importId}?cho=${encodeURIComponent(source.path)}`}>
              Xem chỗ này trong văn bản
            </Link>
          </Fact>
        )}
      </dl>
      {history.length > 1 && (
        <section className="plan-words">
          <h2>Qua các phiên bản</h2>
          <ul>
            {history.map((one) => (
              <li key={one.fromVersion}>
                Từ phiên bản {one.fromVersion}
                {one.toVersion === null ? '' : ` đến ${one.toVersion - 1}`}: {one.task.content}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Fact({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

const kindWords = {
  duty: 'đầu mối',
  position: 'chức danh',
  department: 'bộ phận',
  unit: 'đơn vị',
  group: 'nhóm, chưa rõ một người',
  external: 'cơ quan ngoài đơn vị',
  unknown: 'chưa nhận ra là ai',
} as const;

function Holders({ holders }: { holders: Answer['task']['leads'] }) {
  return (
    <ul className="cell-lines">
      {holders.map((holder) => (
        <li key={holder.text}>
          {holder.text} <span className="page-note">({kindWords[holder.kind]})</span>
        </li>
      ))}
    </ul>
  );
}
