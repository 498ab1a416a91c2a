import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface FigureLinkProps {
  readonly value: number;
  /** After the figure, e.g. `%` or `hồ sơ`. */
  readonly unit?: string;
  readonly decimals?: number;
  /** The records behind the figure. */
  readonly to: string;
  /** What is counted, for screen readers: `hồ sơ quá hạn`. */
  readonly label: string;
}

/** A figure as `1.250,5 %`; it always leads to the records it was counted from. */
export function FigureLink({ value, unit, decimals = 0, to, label }: FigureLinkProps): ReactNode {
  const text = value.toLocaleString('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (
    <Link to={to} className="figure" aria-label={`${text} ${unit ?? ''} ${label}`}>
      {text}
      {unit !== undefined && <span className="figure-unit"> {unit}</span>}
    </Link>
  );
}
