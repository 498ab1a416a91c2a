import { Button } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { useMay } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getPlan, getTask } from '../../contract/plans.ts';
import { CellLines } from './task-columns.tsx';
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
  return <Task planId={planId} version={version} answer={task.data} />;
}

interface TaskProps {
  readonly planId: Id;
  /** The version chosen in the address. */
  readonly version: string | null;
  readonly answer: Answer;
}

function Task({ planId, version, answer }: TaskProps) {
  const plan = useCall(getPlan, { params: { planId }, query: version ? { version: Number(version) } : {} });
  const isDraft = plan.data?.shown.state === 'draft';
  const may = useMay();
  const { task, history, narrative, appendix, source } = answer;
  return (
    <>
      <PageHeader
        title={`Nhiệm vụ ${task.place}`}
        back={{ to: `/ke-hoach/${planId}${version === null ? '' : `?phien-ban=${version}`}`, label: 'Nhiệm vụ' }}
        actions={
          isDraft &&
          may('plan.edit') && (
            <Button component={Link} to={`/ke-hoach/${planId}/nhiem-vu/${task.id}/sua`}>
              Sửa nhiệm vụ
            </Button>
          )
        }
        note={appendix ? `Phụ lục ${appendix.number}: ${appendix.title}` : undefined}
      />
      <p className="task-words">{task.content}</p>
      {!task.ours && (
        <StatusBadge tone="none">Việc của cấp trên: hiện để theo dõi, không tính vào kết quả của đơn vị</StatusBadge>
      )}
      <dl className="facts">
        <Fact title="Sản phẩm và thời hạn">
          <Outputs task={task} />
          {task.dueText && <p className="page-note">Văn bản ghi: “{task.dueText}”</p>}
        </Fact>
        <Fact title="Chủ trì">{task.leads.length > 0 ? <Holders holders={task.leads} /> : 'Không nêu'}</Fact>
        <Fact title="Phối hợp">
          {task.coordinators.length > 0 ? <Holders holders={task.coordinators} /> : 'Không nêu'}
        </Fact>
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
        {source && may('plan.import') && (
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

/** Each output with the days it is due; what holds for the whole task stands below. */
function Outputs({ task }: { task: Answer['task'] }) {
  const words = (outputId: string | null) =>
    task.dues.filter((due) => due.outputId === outputId).map((due) => due.words);
  const whole = words(null);
  if (task.outputs.length === 0 && whole.length === 0) return <StatusBadge tone="doubt">Chưa có thời hạn</StatusBadge>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Sản phẩm</th>
          <th scope="col">Thời hạn</th>
        </tr>
      </thead>
      <tbody>
        {task.outputs.map((output) => (
          <tr key={output.id}>
            <td>{output.text}</td>
            <td>
              <DueWords words={[...words(output.id), ...whole]} />
            </td>
          </tr>
        ))}
        {task.outputs.length === 0 && (
          <tr>
            <td>Không nêu</td>
            <td>
              <DueWords words={whole} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function DueWords({ words }: { words: readonly string[] }) {
  return words.length > 0 ? <CellLines lines={words} /> : <StatusBadge tone="doubt">Chưa có thời hạn</StatusBadge>;
}

const kindWords = {
  position: 'chức danh',
  department: 'bộ phận',
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
