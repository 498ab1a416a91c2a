import type { ServerModule } from '#server/module.ts';
import { addFeeSlipPage } from './fee-slip-page.ts';
import { mountPayment } from './handlers.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** Fees and charges at the counter: taken, given back, and the cash of each day counted. */
export const paymentModule: ServerModule = {
  name: 'payment',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: mountPayment,
  pages: addFeeSlipPage,
};
