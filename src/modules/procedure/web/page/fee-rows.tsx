import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type ExemptionReason, exemptionReasons } from '../../domain/procedure-content.ts';
import { amountWords, begun, channelName, reasonWords } from '../../text.ts';
import type { FeeDraft } from './settings-value.ts';

interface FeeRowsProps {
  readonly fees: readonly FeeDraft[];
  readonly onChange: (fees: readonly FeeDraft[]) => void;
}

/** The amounts the unit enters, and who pays less. */
export function FeeRows({ fees, onChange }: FeeRowsProps) {
  if (fees.length === 0) return null;
  const change = (at: number, part: Partial<FeeDraft>) =>
    onChange(fees.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="procedure-rows">
      <legend>Mức thu tại đơn vị</legend>
      {fees.map((fee, at) => (
        <div key={`${fee.rule.code}${fee.rule.channel}${fee.rule.case}`} className="procedure-row">
          <Checkbox
            className="is-whole"
            label={`${fee.rule.name}${fee.rule.channel ? `, nộp ${channelName(fee.rule.channel)}` : ''}: đơn vị nhập mức riêng`}
            description={fee.isOwn ? undefined : `Danh mục: ${amountWords(fee.rule.amount, fee.rule.basis)}`}
            checked={fee.isOwn}
            onChange={(event) => change(at, { isOwn: event.currentTarget.checked })}
          />
          {fee.isOwn && (
            <>
              <TextInput
                label="Mức thu (đồng)"
                description="Không thu thì ghi 0."
                inputMode="numeric"
                value={fee.amount}
                onChange={(event) => change(at, { amount: event.currentTarget.value })}
              />
              <ExemptionRows fee={fee} onChange={(exemptions) => change(at, { exemptions })} />
            </>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface ExemptionRowsProps {
  readonly fee: FeeDraft;
  readonly onChange: (exemptions: FeeDraft['exemptions']) => void;
}

function ExemptionRows({ fee, onChange }: ExemptionRowsProps) {
  const left = exemptionReasons.filter((reason) => !fee.exemptions.some((one) => one.reason === reason));
  return (
    <>
      {fee.exemptions.map((one, at) => (
        <TextInput
          key={one.reason}
          label={`${begun(reasonWords[one.reason])} nộp (đồng)`}
          inputMode="numeric"
          value={one.amount}
          rightSectionWidth="3.5rem"
          rightSection={
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Bỏ mức của ${reasonWords[one.reason]}`}
              onClick={() => onChange(fee.exemptions.filter((each) => each !== one))}
            >
              Bỏ
            </Button>
          }
          onChange={(event) => {
            const amount = event.currentTarget.value;
            onChange(fee.exemptions.map((each, index) => (index === at ? { ...each, amount } : each)));
          }}
        />
      ))}
      <NativeSelect
        label="Thêm đối tượng miễn, giảm"
        value=""
        data={[
          { value: '', label: 'Chọn đối tượng' },
          ...left.map((value) => ({ value, label: begun(reasonWords[value]) })),
        ]}
        onChange={(event) => {
          const reason = event.currentTarget.value as ExemptionReason;
          if (reason) onChange([...fee.exemptions, { reason, amount: '0', legalBasis: null }]);
        }}
      />
    </>
  );
}
