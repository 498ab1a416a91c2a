import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

interface Holder {
  readonly pid: number;
  /** When the process began, in clock ticks since boot, so that a reused number is not taken for it. */
  readonly began: string;
  readonly url?: string;
}

export interface StartLock {
  /** Says where this process can be reached. */
  announce(url: string): void;
  release(): void;
}

/**
 * Lets one process run on a data folder. Throws with words that name the running one; a lock left by a process
 * that was killed is taken over.
 */
export function takeStartLock(dataDir: string): StartLock {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'start.lock');
  const self: Holder = { pid: process.pid, began: beganOf(process.pid) };
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o644);
      writeSync(file, JSON.stringify(self));
      closeSync(file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 20) throw error;
    }
    const holder = readHolder(path);
    if (holder && isRunning(holder)) throw new Error(wordsFor(holder));
    moveAside(path);
  }
  return {
    announce: (url) => writeFileSync(path, JSON.stringify({ ...self, url })),
    release: () => {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

function wordsFor(holder: Holder): string {
  return holder.url
    ? `Liền Mạch đang chạy ở ${holder.url} (tiến trình ${holder.pid}). Không khởi động thêm lần nữa.`
    : `Liền Mạch đang được khởi động bởi tiến trình ${holder.pid}. Xin chờ vài giây.`;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Two processes may find the same stale lock; only one succeeds in moving it away. */
function moveAside(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return beganOf(holder.pid) === holder.began;
}

function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
