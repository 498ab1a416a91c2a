import type { StatusTone } from '#web/ui/status-badge.tsx';
import type { DeliveryState } from '../domain/delivery-state.ts';

/** How each state of a delivery is shown. */
export const stateWords: Readonly<Record<DeliveryState, { readonly tone: StatusTone; readonly words: string }>> = {
  waiting: { tone: 'active', words: 'Đang chờ gửi' },
  sending: { tone: 'active', words: 'Đang gửi' },
  sent: { tone: 'done', words: 'Đã gửi' },
  failed: { tone: 'error', words: 'Không gửi được' },
  discarded: { tone: 'none', words: 'Đã bỏ' },
};
