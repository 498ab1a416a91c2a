import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where Debian's package `redmine` keeps the program. */
const packaged = '/usr/share/redmine';

/** Debian's gems have no folder of their own, which the Bundler of Ruby 3.1 takes for a sign that they were deleted. */
const prelude = `require 'bundler'
require 'bundler/rubygems_ext'
class Gem::Specification
  def deleted_gem?
    false
  end
end
`;

/** The version of Debian's packages of Redmine and Puma on this machine; undefined when one is missing. */
export function findRedmine(): string | undefined {
  const versions = ['redmine', 'puma'].map((name) => {
    const asked = spawnSync('dpkg-query', ['-W', '-f', '$' + '{Version}', name], { encoding: 'utf8' });
    return asked.status === 0 ? asked.stdout : undefined;
  });
  return versions.includes(undefined) ? undefined : versions[0];
}

/** A copy of the program set up for a database, so that nothing of the machine is changed. */
export async function prepareRedmine(dir: string, databaseUrl: string): Promise<string> {
  const root = join(dir, 'redmine');
  await cp(packaged, root, {
    recursive: true,
    dereference: true,
    filter: async (from) => (await stat(from).catch(() => undefined)) !== undefined,
  });
  const instance = join(root, 'instances', 'default');
  for (const name of ['config', 'tmp', 'log', 'files', 'plugins', 'public'])
    await mkdir(join(instance, name), { recursive: true });
  for (const name of ['tmp', 'log']) await mkdir(join(root, name), { recursive: true });
  const database = `production:\n  adapter: postgresql\n  url: "${databaseUrl}"\n  pool: 10\n`;
  await writeFile(join(root, 'config', 'database.yml'), database);
  await writeFile(join(instance, 'config', 'database.yml'), database);
  await writeFile(join(instance, 'config', 'secret_key.txt'), randomBytes(64).toString('hex'));
  await writeFile(join(root, 'prelude.rb'), prelude);
  await rm(join(root, 'Gemfile.lock'), { force: true });
  // Its own Gemfile names the driver when it sees the database's adapter, which depends on how it was packaged.
  await appendFile(
    join(root, 'Gemfile'),
    "\ngem 'pg' unless @dependencies.any? { |one| one.name == 'pg' }\ngem 'puma'\n",
  );
  await ruby(root, ['install', '--local']);
  await ruby(root, ['exec', 'rake', 'db:migrate']);
  await ruby(root, ['exec', 'rake', 'redmine:load_default_data']);
  return root;
}

function environment(root: string): NodeJS.ProcessEnv {
  return { ...process.env, RUBYOPT: `-r${join(root, 'prelude.rb')}`, RAILS_ENV: 'production', REDMINE_LANG: 'en' };
}

async function ruby(root: string, args: readonly string[]): Promise<void> {
  const child = spawn('bundle', args, { cwd: root, env: environment(root), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`bundle ${args.join(' ')}: ${output.slice(-2_000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Serves it by Puma with two processes of five threads, as many processes as the machine of the bench has processors. */
export async function startRedmine(root: string, servers: ChildProcess[]): Promise<string> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    'bundle',
    [
      'exec',
      'puma',
      '-e',
      'production',
      '-w',
      '2',
      '-t',
      '5:5',
      '--preload',
      '-b',
      url.replace('http', 'tcp'),
      'config.ru',
    ],
    { cwd: root, env: environment(root), stdio: 'ignore' },
  );
  servers.push(child);
  for (let waited = 0; waited < 120_000; waited += 500) {
    const answer = await fetch(`${url}/login`).catch(() => undefined);
    if (answer?.ok) return url;
    await sleep(500);
  }
  throw new Error('Redmine did not begin');
}
