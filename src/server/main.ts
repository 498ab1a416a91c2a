import { readConfig } from './config.ts';
import { isConnectionLost } from './lost-connection.ts';
import { NotBegunError, type RunningServer, startServer } from './run.ts';
import { type StartLock, takeStartLock } from './start-lock.ts';

/** `npm start`: one process that serves and works until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const lock = config.databaseUrl ? undefined : takeStartLock(config.dataDir);
  const running = await startServer(config).catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  lock?.announce(running.url);
  stopWhenTold(running, lock);
  greet(running);
}

function stopWhenTold(running: RunningServer, lock: StartLock | undefined): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const timer = setTimeout(() => process.exit(1), 25_000);
    timer.unref();
    await running.stop();
    lock?.release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void stop());
}

function greet(running: RunningServer): void {
  const lines = [`Liền Mạch đang chạy ở ${running.url}`];
  if (running.demo)
    lines.push('Bản trình diễn: dữ liệu và người dùng đều là giả định; ngày thử nghiệm đổi được trên màn hình.');
  if (running.newDemoAccounts.length > 0) {
    lines.push('', 'Tài khoản trình diễn (chỉ in một lần; trang đăng nhập cũng có nút vào thẳng):');
    for (const account of running.newDemoAccounts) {
      lines.push(`  ${account.username.padEnd(24)} ${account.password.padEnd(24)} ${account.title}`);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The job library lets go of a promise when the database dies under it; that must not end the server. */
process.on('unhandledRejection', (error) => {
  if (!isConnectionLost(error)) throw error;
});

main().catch((error: unknown) => {
  const known = error instanceof NotBegunError || (error instanceof Error && /^[A-ZĐ]/.test(error.message));
  process.stderr.write(
    `${known && error instanceof Error ? error.message : ((error as Error)?.stack ?? String(error))}\n`,
  );
  process.exit(1);
});
