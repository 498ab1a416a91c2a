import { Section } from '#modules/work/web/obligation/section.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';
import { feeRulesOf } from '../../domain/fees-for.ts';
import { amountWords, begun, channelName, reasonWords } from '../../text.ts';
import { StackTable } from '../stack-table.tsx';

/** What is to be paid, and who pays less. */
export function FeeSection({ procedure }: { procedure: ProcedurePage }) {
  const fees = feeRulesOf(procedure);
  const own = new Set(procedure.unitFees);
  return (
    <Section title="Phí, lệ phí">
      {fees.length === 0 ? (
        <p>Danh mục không ghi phí, lệ phí.</p>
      ) : (
        <StackTable
          label="Phí, lệ phí"
          heads={['Khoản thu', 'Cách nộp', 'Mức', 'Miễn, giảm', 'Căn cứ, ghi chú']}
          rows={fees.map((fee) => ({
            key: `${fee.code}${fee.channel}${fee.case}`,
            cells: [
              fee.name,
              fee.channel ? begun(channelName(fee.channel)) : 'Mọi cách',
              begun(amountWords(fee.amount, fee.basis)),
              fee.exemptions
                .map((one) => `${begun(reasonWords[one.reason])}: ${amountWords(one.amount, fee.basis)}`)
                .join('\n') || '–',
              [fee.legalBasis ?? (own.has(fee) ? procedure.citation : null), fee.note].filter(Boolean).join('. '),
            ],
          }))}
        />
      )}
    </Section>
  );
}
