import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type TermUnit, termUnits, writeTerm } from '#kernel/term.ts';
import type { Channel, ProcedureContent } from '../../domain/procedure-content.ts';
import { begun, channelName } from '../../text.ts';
import type { TermDraft } from './settings-value.ts';

const unitNames = termUnits.map((value) => ({
  value,
  label: begun(
    value === 'immediate' ? writeTerm({ unit: value, milli: 0 }) : writeTerm({ unit: value, milli: 1_000 }).slice(2),
  ),
}));

interface TermRowsProps {
  readonly content: ProcedureContent;
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
}

/** The unit's own terms, one a channel and case. */
export function TermRows({ content, terms, onChange }: TermRowsProps) {
  const change = (key: number, part: Partial<TermDraft>) =>
    onChange(terms.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const next: TermDraft = {
    key: Math.max(-1, ...terms.map((one) => one.key)) + 1,
    channel: null,
    case: null,
    count: '',
    unit: 'working-day',
    rule: { counting: 'days', legalBasis: null, note: null },
  };
  return (
    <fieldset className="procedure-rows">
      <legend>Thời hạn tại đơn vị</legend>
      {terms.length === 0 && (
        <p className="dimmed">Đang theo danh mục. Thêm dòng nếu tỉnh quy định khác, hoặc danh mục không ghi đơn vị.</p>
      )}
      {terms.map((one) => (
        <div key={one.key} className="procedure-row">
          <TextInput
            label="Số"
            inputMode="decimal"
            disabled={one.unit === 'immediate'}
            value={one.count}
            onChange={(event) => change(one.key, { count: event.currentTarget.value })}
          />
          <NativeSelect
            label="Đơn vị tính"
            value={one.unit}
            data={unitNames}
            onChange={(event) => change(one.key, { unit: event.currentTarget.value as TermUnit })}
          />
          <NativeSelect
            label="Cách nộp"
            value={one.channel ?? ''}
            data={[
              { value: '', label: 'Mọi cách' },
              ...content.channels.map((value) => ({ value, label: begun(channelName(value)) })),
            ]}
            onChange={(event) => change(one.key, { channel: (event.currentTarget.value || null) as Channel | null })}
          />
          {content.cases.length > 0 && (
            <NativeSelect
              label="Trường hợp"
              value={one.case ?? ''}
              data={[
                { value: '', label: 'Mọi trường hợp' },
                ...content.cases.map((each) => ({ value: each.code, label: each.name })),
              ]}
              onChange={(event) => change(one.key, { case: event.currentTarget.value || null })}
            />
          )}
          <Button
            className="is-whole"
            variant="subtle"
            color="red"
            onClick={() => onChange(terms.filter((each) => each.key !== one.key))}
          >
            Bỏ thời hạn này
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={() => onChange([...terms, next])}>
        Thêm thời hạn
      </Button>
    </fieldset>
  );
}
