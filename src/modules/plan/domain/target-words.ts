interface Figure {
  readonly operator: string;
  readonly value: number;
  readonly unit: string;
}

const signs: Readonly<Record<string, string>> = {
  min: '≥',
  '>=': '≥',
  '>': '>',
  max: '≤',
  '<=': '≤',
  '<': '<',
  '=': '',
};

/** A target's figure as officials write it: "≥ 99 %". */
export function targetWords({ operator, value, unit }: Figure): string {
  const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value);
  return [signs[operator] ?? '', number, unit].filter(Boolean).join(' ');
}
