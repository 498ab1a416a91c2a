import { Alert } from '@mantine/core';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { ProcedurePage } from '../../contract/catalogue.ts';
import { termFor } from '../../domain/term-for.ts';
import { begun, channelName, faultWords, termWords } from '../../text.ts';
import { StackTable } from '../stack-table.tsx';

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
  const hasCases = content.cases.length > 0;
  const nameOf = (code: string | null) =>
    code === null ? 'Mọi trường hợp' : (content.cases.find((one) => one.code === code)?.name ?? code);
  return (
    <Section title="Thời hạn giải quyết">
      {missing[0] && (
        <Alert color="yellow" mb="sm">
          {faultWords(missing[0].code, missing[0].params)}
        </Alert>
      )}
      <StackTable
        label="Thời hạn giải quyết"
        heads={['Cách nộp', ...(hasCases ? ['Trường hợp'] : []), 'Thời hạn', 'Theo', 'Căn cứ, ghi chú']}
        rows={rules.map((rule) => ({
          key: `${rule.whose}${rule.channel}${rule.case}`,
          cells: [
            rule.channel ? begun(channelName(rule.channel)) : 'Mọi cách',
            ...(hasCases ? [nameOf(rule.case)] : []),
            rule.term || missing.length === 0 ? (
              begun(termWords(rule))
            ) : (
              <StatusBadge key="missing" tone="soon">
                {begun(termWords(rule))}
              </StatusBadge>
            ),
            rule.whose,
            [rule.legalBasis, rule.note].filter(Boolean).join('. '),
          ],
        }))}
      />
    </Section>
  );
}
