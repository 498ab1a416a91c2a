import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Who PostgreSQL runs as: nobody else than oneself, except for root, whom PostgreSQL refuses. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where PostgreSQL's programs and data lie for this user. */
export interface Place {
  readonly native: string;
  readonly data: string;
  readonly user: OsUser | undefined;
}

/**
 * Finds a place for the data that the user PostgreSQL runs as can reach. As root, in a folder that only root
 * can read, data and a copy of the programs go to /var/lib/lien-mach, under a name made from the folder.
 */
export async function findPlace(native: string, dataDir: string): Promise<Place> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  if (!user) return { native, data: dataDir, user };
  await mkdir(dataDir, { recursive: true });
  if (canReach(user, native, join(native, 'bin', 'postgres')) && canReach(user, dataDir, dataDir)) {
    return { native, data: dataDir, user };
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const apart = join('/var/lib/lien-mach', name);
  await mkdir(apart, { recursive: true, mode: 0o755 });
  const copy = join(apart, `native-${versionOf(native)}`);
  if (!existsSync(join(copy, 'bin', 'postgres'))) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return { native: copy, data: apart, user };
}

/** Gives a new folder to the user PostgreSQL runs as. */
export async function giveTo(user: OsUser | undefined, path: string): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

function versionOf(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

function unprivilegedUser(): OsUser {
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid = '', gid = '']) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  const user = users.get('postgres') ?? users.get('nobody');
  if (!user)
    throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody"');
  return user;
}

function canReach(user: OsUser, folder: string, path: string): boolean {
  const found = spawnSync('/bin/sh', ['-c', 'test -x "$1" && test -r "$1"', 'sh', path], { ...user, cwd: '/' });
  return found.status === 0 && folder.length > 0;
}
