import '../work.css';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { getOverview } from '../../contract/reads.ts';
import type { WorkState } from '../../domain/states.ts';
import { FigureTable } from './figure-table.tsx';
import { PressingList } from './pressing-list.tsx';
import { trackPath } from './track-path.ts';

type Overview = AnswerOf<typeof getOverview>;

const monthText = (month: string | null) =>
  month === null ? 'Chưa có hạn' : `Tháng ${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** *Tổng quan*: one page on what is late and whose, what is near, and how far the plan has come. */
export function Component() {
  const found = useCall(getOverview);
  if (!found.data)
    return (
      <>
        <PageHeader title="Tổng quan" note=" " />
        {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      </>
    );
  const { data } = found;
  const base: Base = data.plan ? { planId: data.plan.id } : {};
  return (
    <>
      <PageHeader
        title="Tổng quan"
        note={`${data.plan ? `${data.plan.title}. ` : ''}Số liệu đến ngày ${formatDate(data.day)}; bấm vào số để xem danh sách.`}
        actions={
          <Button component={Link} to="/cho-duyet">
            Chờ duyệt ({data.approvals})
          </Button>
        }
      />
      {data.all.total === 0 ? (
        <EmptyState
          title="Chưa có sản phẩm nào đến hạn"
          text="Khi kế hoạch của năm được ban hành, mọi sản phẩm với hạn và người chịu trách nhiệm hiện ở đây."
        />
      ) : (
        <>
          <Figures data={data} base={base} />
          <div className="work-columns">
            <PressingList title="Quá hạn" rows={data.late} empty="Không có sản phẩm nào quá hạn." />
            <PressingList title="Sắp đến hạn" rows={data.soon} empty="Không có sản phẩm nào sắp đến hạn." />
          </div>
          <Breakdowns data={data} base={base} />
        </>
      )}
      <Targets data={data} />
    </>
  );
}

type Base = Readonly<Record<string, string>>;

function count(data: Overview, states: readonly WorkState[]): number {
  return data.all.byState.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
}

function Figures({ data, base }: { data: Overview; base: Base }) {
  const figures: readonly { label: string; n: number; to: string; tone?: 'late' }[] = [
    { label: 'Quá hạn', n: count(data, ['overdue']), to: trackPath({ ...base, state: 'overdue' }), tone: 'late' },
    { label: 'Sắp đến hạn', n: count(data, ['due-soon']), to: trackPath({ ...base, state: 'due-soon' }) },
    { label: 'Chờ duyệt', n: count(data, ['submitted']), to: trackPath({ ...base, state: 'submitted' }) },
    { label: 'Đúng hạn', n: count(data, ['done-in-time']), to: trackPath({ ...base, state: 'done-in-time' }) },
    { label: 'Xong nhưng quá hạn', n: count(data, ['done-late']), to: trackPath({ ...base, state: 'done-late' }) },
    { label: 'Chưa có người chịu trách nhiệm', n: data.empty, to: trackPath({ ...base, empty: 'yes' }), tone: 'late' },
    { label: 'Tất cả', n: data.all.total, to: trackPath(base) },
  ];
  return (
    <ul className="work-figures">
      {figures.map(({ label, n, to, tone }) => (
        <li key={label}>
          <Link className="work-figure" to={to} data-tone={n > 0 ? tone : undefined}>
            <b>{n}</b> {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Breakdowns({ data, base }: { data: Overview; base: Base }) {
  return (
    <div className="work-columns">
      <FigureTable
        title="Theo lĩnh vực"
        rows={data.fields.map((one) => ({
          ...one,
          key: one.code ?? 'none',
          filter: { ...base, field: one.code ?? 'none' },
        }))}
      />
      <FigureTable
        title="Theo người chịu trách nhiệm"
        rows={data.posts.map((one) => ({
          ...one,
          key: one.id ?? 'none',
          name: one.people.length > 0 ? `${one.people.join(', ')} – ${one.name}` : one.name,
          filter: one.id ? { ...base, positionId: one.id } : { ...base, empty: 'yes' },
        }))}
      />
      <FigureTable
        title="Theo tháng đến hạn"
        rows={data.months.map((one) => ({
          ...one,
          key: one.month ?? 'none',
          name: monthText(one.month),
          filter: { ...base, month: one.month?.slice(0, 7) ?? 'none' },
        }))}
      />
      {data.departments.length > 1 && (
        <FigureTable
          title="Theo bộ phận"
          rows={data.departments.map((one) => ({
            ...one,
            key: one.id ?? 'none',
            filter: one.id ? { ...base, departmentId: one.id } : undefined,
          }))}
        />
      )}
    </div>
  );
}

function Targets({ data: { targets, plan } }: { data: Overview }) {
  if (targets.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mt="lg" mb="xs">
        Chỉ tiêu của kế hoạch
      </Title>
      <Text size="sm" mb="xs">
        Mức kế hoạch giao; số thực hiện chưa có nguồn số liệu.
      </Text>
      <ul>
        {targets.map((target) => (
          <li key={target.id}>
            {target.text}
            {!target.ours && ' (của cấp trên)'}
          </li>
        ))}
      </ul>
      {plan && (
        <Anchor component={Link} to={`/ke-hoach/${plan.id}`}>
          Mở kế hoạch
        </Anchor>
      )}
    </section>
  );
}
