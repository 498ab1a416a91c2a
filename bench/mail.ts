import { setTimeout as sleep } from 'node:timers/promises';
import { noticeJob } from '#modules/notification/jobs.ts';
import { startMailSender } from '#modules/notification/mail/mail-sender.ts';
import { notificationModule } from '#modules/notification/server.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { addWords } from '#server/words.ts';
import { aUnit } from '#test/factories.ts';
import type { BenchRow } from './bench-row.ts';
import { type MailRig, startMailRig } from './mail/mail-rig.ts';

export const title = 'Thư điện tử: 10.000 thư qua SMTP';

const letters = Number(process.env.BENCH_LETTERS ?? 10_000);

/** Sends letters to an SMTP server of this machine, from a PostgreSQL of its own with fsync on. */
export async function run(): Promise<BenchRow[]> {
  const rig = await startMailRig();
  try {
    return await measure(rig);
  } finally {
    await rig.stop();
  }
}

async function measure({ services, owner, mail }: MailRig): Promise<BenchRow[]> {
  addWords(notificationModule);
  const unit = await aUnit(owner, { code: 'xa-do-toc-do', name: 'xã Đo Tốc Độ', shortName: 'Đo Tốc Độ' });
  const ids = Array.from({ length: letters }, () => newId());
  await owner.query(
    `insert into account (unit_id, id, username, name, email, fold)
     select $1, id, 'thu.' || n, 'Người nhận ' || n, 'u' || n || '@xa.vn', '' from unnest($2::uuid[]) with ordinality as a (id, n)`,
    [unit.id, ids],
  );
  const wanted = {
    kind: 'notification.test-mail',
    accountIds: ids,
    record: { type: 'unit', id: unit.id },
    params: {},
  };
  const begun = performance.now();
  await runInUnit(services, { unitId: unit.id, actor: 'bench' }, (ctx) => noticeJob(services)(ctx, wanted));
  const made = performance.now();
  const sender = startMailSender(services, { onError: (error) => process.stderr.write(`${error.message}\n`) });
  const left = async () => {
    const { rows } = await owner.query<{ left: number }>(
      `select count(*)::int as left from delivery where state <> 'sent'`,
    );
    return rows[0]?.left ?? 0;
  };
  while ((await left()) > 0) await sleep(100);
  const done = performance.now();
  await sender.stop();
  const seconds = (done - made) / 1_000;
  const doubled = mail.seen.length - new Set(mail.seen).size;
  return [
    row(`Lập thông báo cho ${letters} người`, '≤ 10 giây', (made - begun) / 1_000, (made - begun) / 1_000 <= 10),
    row(`Gửi ${letters} thư`, '≤ 60 giây', seconds, seconds <= 60),
    {
      name: 'Thư mất, thư trùng',
      asked: '0, 0',
      measured: `${letters - new Set(mail.seen).size}, ${doubled}`,
      pass: doubled === 0 && mail.seen.length === letters,
    },
  ];
}

function row(name: string, asked: string, seconds: number, pass: boolean): BenchRow {
  return { name, asked, measured: `${seconds.toFixed(1).replace('.', ',')} giây`, pass };
}
