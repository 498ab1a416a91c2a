import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { Section } from '#modules/work/web/obligation/section.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';

/** Every version of a code with the days it holds. */
export function VersionSection({ procedure, address }: { procedure: ProcedurePage; address: string }) {
  return (
    <Section title="Các phiên bản">
      <div className="procedure-wide">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Hiệu lực</th>
              <th scope="col">Nội dung</th>
              <th scope="col">Người nhập, lý do</th>
            </tr>
          </thead>
          <tbody>
            {procedure.versions.map((one) => (
              <tr key={one.versionId} aria-current={one.versionId === procedure.versionId || undefined}>
                <td>
                  <Link to={`${address}?phien-ban=${one.versionId}`}>
                    {one.effectiveFrom ? `Từ ${formatDate(one.effectiveFrom)}` : 'Nguồn không ghi ngày'}
                    {one.effectiveTo && ` đến ${formatDate(one.effectiveTo)}`}
                  </Link>
                </td>
                <td>
                  {one.abolished
                    ? `Bãi bỏ${one.successorCode ? `, thay bằng ${one.successorCode}` : ''}`
                    : one.own
                      ? 'Đơn vị thêm, sửa'
                      : 'Danh mục quốc gia'}
                  {one.revision > 1 && `, bản chỉnh ${one.revision}`}
                  {one.decision && ` · ${one.decision}`}
                </td>
                <td>{[one.byName, one.reason].filter(Boolean).join(': ') || 'Có sẵn khi cài đặt'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
