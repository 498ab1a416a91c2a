import { Alert } from '@mantine/core';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';
import { termFor } from '../../domain/term-for.ts';
import { begun, channelName, faultWords, termWords } from '../../text.ts';

/** How long a dossier takes, by channel and case; why none can begin where that is not known. */
export function TermSection({ procedure }: { procedure: ProcedurePage }) {
  const { content, unitTerms, citation } = procedure;
  const missing = content.channels.flatMap((channel) => {
    const found = termFor({ content, unitTerms, citation }, channel, null);
    return found.ok ? [] : [found];
  });
  const rules = [
    ...unitTerms.map((rule) => ({ ...rule, legalBasis: rule.legalBasis ?? citation, whose: 'Đơn vị' })),
    ...content.terms.map((rule) => ({ ...rule, whose: 'Danh mục' })),
  ];
  const nameOf = (code: string | null) =>
    code === null ? 'Mọi trường hợp' : (content.cases.find((one) => one.code === code)?.name ?? code);
  return (
    <Section title="Thời hạn giải quyết">
      {missing[0] && (
        <Alert color="yellow" mb="sm">
          {faultWords(missing[0].code, missing[0].params)}
        </Alert>
      )}
      <div className="procedure-wide">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Cách nộp</th>
              {content.cases.length > 0 && <th scope="col">Trường hợp</th>}
              <th scope="col">Thời hạn</th>
              <th scope="col">Theo</th>
              <th scope="col">Căn cứ, ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={`${rule.whose}${rule.channel}${rule.case}`}>
                <td>{rule.channel ? begun(channelName(rule.channel)) : 'Mọi cách'}</td>
                {content.cases.length > 0 && <td>{nameOf(rule.case)}</td>}
                <td>
                  {rule.term ? begun(termWords(rule)) : <StatusBadge tone="soon">{begun(termWords(rule))}</StatusBadge>}
                </td>
                <td>{rule.whose}</td>
                <td>{[rule.legalBasis, rule.note].filter(Boolean).join('. ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
