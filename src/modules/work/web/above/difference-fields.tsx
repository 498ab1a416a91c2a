import { Textarea } from '@mantine/core';

interface DifferenceFieldsProps {
  readonly value: { readonly difference: string; readonly reason: string };
  readonly onChange: (part: { difference?: string; reason?: string }) => void;
}

/** Where ours differs from what is asked, and why. */
export function DifferenceFields({ value, onChange }: DifferenceFieldsProps) {
  return (
    <>
      <Textarea
        label="Khác ở đâu (nếu nội dung khác)"
        autosize
        minRows={1}
        maxLength={2000}
        value={value.difference}
        onChange={(event) => onChange({ difference: event.currentTarget.value })}
      />
      <Textarea
        label="Lý do khác"
        description="Cần khi ta khác, thấp hơn hoặc muộn hơn cấp trên; ít nhất 5 ký tự."
        autosize
        minRows={1}
        maxLength={2000}
        value={value.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </>
  );
}
