/** One line of what was taken: for what, how many, at which price after an exemption. Amounts are whole đồng. */
export interface FeeRow {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly price: number;
  /** Why less was taken than the full price; null when it was taken in full. */
  readonly exemption: string | null;
}

/** What a line comes to, in đồng. */
export function rowAmount({ quantity, price }: Pick<FeeRow, 'quantity' | 'price'>): number {
  return quantity * price;
}

/** What all lines come to, in đồng. */
export function totalOf(rows: readonly FeeRow[]): number {
  return rows.reduce((sum, row) => sum + rowAmount(row), 0);
}
