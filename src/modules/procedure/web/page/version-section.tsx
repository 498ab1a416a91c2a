import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { Section } from '#modules/work/web/obligation/section.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';
import { StackTable } from '../stack-table.tsx';

/** Every version of a code with the days it holds. */
export function VersionSection({ procedure, address }: { procedure: ProcedurePage; address: string }) {
  return (
    <Section title="Các phiên bản">
      <StackTable
        label="Các phiên bản"
        heads={['Hiệu lực', 'Nội dung', 'Người nhập, lý do']}
        rows={procedure.versions.map((one) => ({
          key: one.versionId,
          isCurrent: one.versionId === procedure.versionId,
          cells: [
            <Link key="days" to={`${address}?phien-ban=${one.versionId}`}>
              {one.effectiveFrom ? `Từ ${formatDate(one.effectiveFrom)}` : 'Nguồn không ghi ngày'}
              {one.effectiveTo && ` đến ${formatDate(one.effectiveTo)}`}
            </Link>,
            contentWords(one),
            [one.byName, one.reason].filter(Boolean).join(': ') || 'Có sẵn khi cài đặt',
          ],
        }))}
      />
    </Section>
  );
}

function contentWords(one: ProcedurePage['versions'][number]): string {
  const ended = `Bãi bỏ${one.successorCode ? `, thay bằng ${one.successorCode}` : ''}`;
  const what = one.abolished ? ended : one.own ? 'Đơn vị thêm, sửa' : 'Danh mục quốc gia';
  return [one.revision > 1 ? `${what}, bản chỉnh ${one.revision}` : what, one.decision].filter(Boolean).join(' · ');
}
