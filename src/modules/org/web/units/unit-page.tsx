import '../org.css';
import { Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { useMay } from '#web/shell/session.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { getUnit, type UnitDetail } from '../../contract/units.ts';
import { successionWords } from '../../text.ts';
import { HistoryFold } from '../history-fold.tsx';
import { periodText } from '../period-text.tsx';
import { type UnitAct, UnitActPanel, unitActs } from './unit-act-panel.tsx';

/** One unit: names, units above, predecessors and successors through time. */
export function Component() {
  const unitId = useParams<'unitId'>().unitId as Id;
  const unit = useCall(getUnit, { params: { id: unitId } });
  const [act, setAct] = useState<UnitAct>();
  return (
    <>
      <PageHeader
        title={unit.data?.name ?? 'Đơn vị'}
        back={{ to: '/quan-tri/don-vi', label: 'Đơn vị' }}
        note={unit.data && <State unit={unit.data} />}
      />
      {unit.error && <ErrorState error={unit.error} onRetry={() => void unit.refetch()} />}
      {unit.data && (
        <>
          <Facts unit={unit.data} />
          <Acts unit={unit.data} onAct={setAct} />
          <Through unit={unit.data} />
          <HistoryFold type="unit" id={unitId} />
          <UnitActPanel unit={unit.data} act={act} onClose={() => setAct(undefined)} />
        </>
      )}
    </>
  );
}

function State({ unit }: { unit: UnitDetail }) {
  if (unit.validTo) return <StatusBadge tone="none">{`Đã kết thúc sau ngày ${formatDate(unit.validTo)}`}</StatusBadge>;
  return <StatusBadge tone="done">{unit.own ? 'Đơn vị của bạn' : 'Đang hoạt động'}</StatusBadge>;
}

function Facts({ unit }: { unit: UnitDetail }) {
  return (
    <dl className="org-facts">
      <dt>Cấp</dt>
      <dd>{unit.levelName}</dd>
      <dt>Hiệu lực</dt>
      <dd>{periodText(unit)}</dd>
      <dt>Mã trong địa chỉ trang công khai</dt>
      <dd>{unit.code}</dd>
      <dt>Tên miền riêng</dt>
      <dd>{unit.host ?? 'Chưa đặt'}</dd>
      {unit.kept && (
        <>
          <dt>Ghi chú</dt>
          <dd>Đơn vị này không dùng hệ thống; bản ghi do đơn vị khác lập.</dd>
        </>
      )}
    </dl>
  );
}

function Acts({ unit, onAct }: { unit: UnitDetail; onAct: (act: UnitAct) => void }) {
  const verdict = unit.whyNotEdit === null ? allowed : refused('not-editable');
  return (
    <div className="org-actions">
      {unitActs.map(({ act, label }) => (
        <ActionButton
          key={act}
          variant="default"
          verdict={verdict}
          words={{ 'not-editable': unit.whyNotEdit ?? '' }}
          onClick={() => onAct(act)}
        >
          {label}
        </ActionButton>
      ))}
    </div>
  );
}

function Through({ unit }: { unit: UnitDetail }) {
  const may = useMay();
  return (
    <>
      <Section title="Tên qua các thời kỳ">
        {unit.names.map((name) => (
          <Line key={name.validFrom} head={name.name} note={`${periodText(name)} · ${name.citation}`} />
        ))}
      </Section>
      <Section title="Cấp trên qua các thời kỳ" empty="Không có cấp trên trong hệ thống.">
        {unit.parents.map((parent) => (
          <Line
            key={parent.validFrom}
            head={<Link to={`/quan-tri/don-vi/${parent.id}`}>{parent.name}</Link>}
            note={`${periodText(parent)} · ${parent.citation}`}
          />
        ))}
      </Section>
      <Section title="Tiền thân và đơn vị kế tiếp" empty="Chưa từng nhập, chia tách hoặc thành lập lại.">
        {unit.predecessors.map((link) => (
          <Line
            key={link.id}
            head={
              <>
                <Link to={`/quan-tri/don-vi/${link.id}`}>{link.name}</Link> {successionWords[link.kind]} đơn vị này
              </>
            }
            note={`từ ${formatDate(link.day)} · ${link.citation}${link.heir ? ' · kế thừa hồ sơ' : ''}`}
          />
        ))}
        {unit.successors.map((link) => (
          <Line
            key={link.id}
            head={
              <>
                {successionWords[link.kind]} <Link to={`/quan-tri/don-vi/${link.id}`}>{link.name}</Link>
              </>
            }
            note={`từ ${formatDate(link.day)} · ${link.citation}${link.heir ? ' · kế thừa hồ sơ' : ''}`}
          />
        ))}
        {unit.own && unit.predecessors.some((link) => link.heir) && may('work.take-over') && (
          <Line
            key="take-over"
            head={<Link to="/nhan-viec-sap-nhap">Nhận việc của đơn vị đã sáp nhập</Link>}
            note="việc còn dở chuyển sang chức danh đảm nhận cùng đầu mối ở đơn vị này"
          />
        )}
      </Section>
    </>
  );
}

function Section({ title, empty, children }: { title: string; empty?: string; children: ReactNode[] | ReactNode[][] }) {
  const isEmpty = children.flat().every((child) => child === false);
  return (
    <section className="org-section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {isEmpty ? <p className="dimmed">{empty}</p> : <ul className="org-rows">{children}</ul>}
    </section>
  );
}

function Line({ head, note }: { head: ReactNode; note: string }) {
  return (
    <li>
      <div>
        <strong>{head}</strong>
        <div className="dimmed">{note}</div>
      </div>
    </li>
  );
}
