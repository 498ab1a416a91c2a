import { accountWeb } from '#modules/account/web/index.ts';
import { calendarWeb } from '#modules/calendar/web/index.ts';
import { certificationWeb } from '#modules/certification/web/index.ts';
import { dossierWeb } from '#modules/dossier/web/index.ts';
import { evidenceWeb } from '#modules/evidence/web/index.ts';
import { historyWeb } from '#modules/history/web/index.ts';
import { notificationWeb } from '#modules/notification/web/index.ts';
import { orgWeb } from '#modules/org/web/index.ts';
import { paymentWeb } from '#modules/payment/web/index.ts';
import { planWeb } from '#modules/plan/web/index.ts';
import { procedureWeb } from '#modules/procedure/web/index.ts';
import { processWeb } from '#modules/process/web/index.ts';
import { reportWeb } from '#modules/report/web/index.ts';
import { settingWeb } from '#modules/setting/web/index.ts';
import { workWeb } from '#modules/work/web/index.ts';
import type { WebModule } from '#web/module.ts';

/** Every module with staff screens, one line each. */
export const webModules: readonly WebModule[] = [
  workWeb,
  dossierWeb,
  certificationWeb,
  paymentWeb,
  planWeb,
  processWeb,
  reportWeb,
  evidenceWeb,
  orgWeb,
  accountWeb,
  historyWeb,
  notificationWeb,
  procedureWeb,
  calendarWeb,
  settingWeb,
];
