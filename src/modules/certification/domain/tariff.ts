/** The books of certification (sổ chứng thực), one for each kind (Decree 23/2015/NĐ-CP). */
export const books = ['copy', 'electronic-copy', 'signature', 'contract'] as const;
export type Book = (typeof books)[number];

/** What a book asks, in đồng; data of the unit with a source. */
export interface Tariff {
  readonly firstPages: number;
  readonly firstPrice: number;
  readonly nextPrice: number;
  /** At most for one copy; null: no limit. */
  readonly mostPerCopy: number | null;
  readonly perCase: number;
  readonly citation: string;
  /** Somebody of the unit compared it with the document. */
  readonly verified: boolean;
}

const shippedCitation = 'Thông tư 226/2016/TT-BTC (chưa đối chiếu; đơn vị kiểm tra trước khi thu)';
const byPage = { firstPages: 2, firstPrice: 2_000, nextPrice: 1_000, mostPerCopy: 200_000, perCase: 0 };
const byCase = (perCase: number) => ({ firstPages: 0, firstPrice: 0, nextPrice: 0, mostPerCopy: null, perCase });
const unverified = { citation: shippedCitation, verified: false };

/** What holds until a unit enters its own; shown as not verified. */
export const shippedTariffs: Readonly<Record<Book, Tariff>> = {
  copy: { ...byPage, ...unverified },
  'electronic-copy': { ...byPage, ...unverified },
  signature: { ...byCase(10_000), ...unverified },
  contract: { ...byCase(50_000), ...unverified },
};

/**
 * The fee of an entry in đồng: each copy by its pages, the first ones at one price and the others at another, at most so
 * much for a copy; or one price for the case.
 */
export function certificationFee(tariff: Tariff, pages: number, copies: number): number {
  const { firstPages, firstPrice, nextPrice, mostPerCopy, perCase } = tariff;
  const first = Math.min(pages, firstPages);
  const copy = first * firstPrice + (pages - first) * nextPrice;
  return perCase + copies * (mostPerCopy === null ? copy : Math.min(copy, mostPerCopy));
}
