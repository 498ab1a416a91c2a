import { accountModule } from '#modules/account/server.ts';
import { calendarModule } from '#modules/calendar/server.ts';
import { certificationModule } from '#modules/certification/server.ts';
import { dossierModule } from '#modules/dossier/server.ts';
import { evidenceModule } from '#modules/evidence/server.ts';
import { historyModule } from '#modules/history/server.ts';
import { notificationModule } from '#modules/notification/server.ts';
import { orgModule } from '#modules/org/server.ts';
import { paymentModule } from '#modules/payment/server.ts';
import { planModule } from '#modules/plan/server.ts';
import { portalModule } from '#modules/portal/server.ts';
import { procedureModule } from '#modules/procedure/server.ts';
import { processModule } from '#modules/process/server.ts';
import { reminderModule } from '#modules/reminder/server.ts';
import { reportModule } from '#modules/report/server.ts';
import { settingModule } from '#modules/setting/server.ts';
import { workModule } from '#modules/work/server.ts';
import type { ServerModule } from '#server/module.ts';

/** Every module of the product, one line each; the order is the order of their routes. */
export const modules: readonly ServerModule[] = [
  orgModule,
  accountModule,
  historyModule,
  notificationModule,
  planModule,
  evidenceModule,
  workModule,
  reportModule,
  reminderModule,
  paymentModule,
  certificationModule,
  settingModule,
  calendarModule,
  processModule,
  procedureModule,
  portalModule,
  dossierModule,
];
