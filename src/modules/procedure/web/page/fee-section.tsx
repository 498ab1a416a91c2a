import { Section } from '#modules/work/web/obligation/section.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';
import { feeRulesOf } from '../../domain/fees-for.ts';
import { amountWords, begun, channelName, reasonWords } from '../../text.ts';

/** What is to be paid, and who pays less. */
export function FeeSection({ procedure }: { procedure: ProcedurePage }) {
  const fees = feeRulesOf(procedure);
  const own = new Set(procedure.unitFees);
  return (
    <Section title="Phí, lệ phí">
      {fees.length === 0 ? (
        <p>Danh mục không ghi phí, lệ phí.</p>
      ) : (
        <div className="procedure-wide">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Khoản thu</th>
                <th scope="col">Cách nộp</th>
                <th scope="col">Mức</th>
                <th scope="col">Miễn, giảm</th>
                <th scope="col">Căn cứ, ghi chú</th>
              </tr>
            </thead>
            <tbody>
              {fees.map((fee) => (
                <tr key={`${fee.code}${fee.channel}${fee.case}`}>
                  <td>{fee.name}</td>
                  <td>{fee.channel ? begun(channelName(fee.channel)) : 'Mọi cách'}</td>
                  <td>{begun(amountWords(fee.amount, fee.basis))}</td>
                  <td>
                    {fee.exemptions
                      .map((one) => `${begun(reasonWords[one.reason])}: ${amountWords(one.amount, fee.basis)}`)
                      .join('\n') || '–'}
                  </td>
                  <td>
                    {[fee.legalBasis ?? (own.has(fee) ? procedure.citation : null), fee.note]
                      .filter(Boolean)
                      .join('. ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
