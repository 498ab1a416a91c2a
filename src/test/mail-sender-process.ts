/** A process that does nothing but send e-mail, for tests that kill it: `node mail-sender-process.ts APP_URL WORKER_URL SMTP_URL NOW [LANES]`. */

import { dayInVietnam } from '#kernel/plain-date.ts';
import { modules } from '#modules/index.server.ts';
import { startMailSender } from '#modules/notification/mail/mail-sender.ts';
import { readConfig } from '#server/config.ts';
import { makePool } from '#server/db.ts';
import { makeFileStore } from '#server/files.ts';
import { addWords } from '#server/words.ts';

const [appUrl = '', workerUrl = '', smtpUrl = '', now = '', lanes = '3'] = process.argv.slice(2);
const begin = Date.parse(now) - performance.now();
const clock = { now: () => begin + performance.now(), today: () => dayInVietnam(begin + performance.now()) };
for (const module of modules) addWords(module);
startMailSender(
  {
    config: { ...readConfig({}), smtpUrl },
    clock,
    demoClock: undefined,
    files: makeFileStore('/nonexistent'),
    authUrl: '',
    authSecret: '',
    appPool: makePool(appUrl, 10, () => undefined),
    workerPool: makePool(workerUrl, 3, () => undefined),
  },
  { onError: (error) => console.error(error), everyMs: 20, leftOverAfterMs: 0, lanes: Number(lanes) },
);
