import type { StatusTone } from '#web/ui/status-badge.tsx';
import type { ScanState } from '../domain/rights.ts';

/** What the scanner said of a file, by tone and words. */
export const scanWords: Readonly<Record<ScanState, { readonly tone: StatusTone; readonly words: string }>> = {
  unscanned: { tone: 'none', words: 'Chưa quét vi-rút' },
  waiting: { tone: 'active', words: 'Đang quét vi-rút' },
  clean: { tone: 'done', words: 'Đã quét, sạch' },
  infected: { tone: 'error', words: 'Có mã độc, đã giữ lại' },
};
