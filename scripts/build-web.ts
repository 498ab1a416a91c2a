import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'dist/web');
const hashFile = path.join(out, '.hash');
/** Everything the bundle is made of; tests aside. */
const sources = [
  'src/web/**/*',
  'src/kernel/**/*.ts',
  'src/modules/index.web.ts',
  'src/modules/*/web/**/*',
  'src/modules/**/contract.ts',
  'src/modules/**/contract/**/*.ts',
  'src/modules/**/text.ts',
  'src/modules/**/text/**/*.ts',
  'src/modules/**/domain/**/*.ts',
  'src/modules/*.ts',
  'vite.config.ts',
  'package-lock.json',
];
/** A tab opened before an update still loads its own files this long. */
const keepMs = 14 * 24 * 3_600_000;
const compressed = /\.(js|css|html|svg|json)$/;
const leastBytes = 1_000;

function hashOfSources(): string {
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(path.join(root, file)).isFile());
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    hash
      .update(file.replaceAll('\\', '/'))
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Writes `.br` and `.gz` beside each text file, so that the server never compresses the same thing twice. */
function compress(): void {
  for (const file of filesBelow(out)) {
    if (!compressed.test(file)) continue;
    const isDone = existsSync(`${file}.br`) && statSync(`${file}.br`).mtimeMs >= statSync(file).mtimeMs;
    const content = readFileSync(file);
    if (isDone || content.length < leastBytes) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

function removeOld(now: number): void {
  for (const file of filesBelow(path.join(out, 'assets'))) {
    if (now - statSync(file).mtimeMs > keepMs) rmSync(file);
  }
}

/** Builds the staff site into `dist/web` when its sources changed since the last build; tells what it does on stderr. */
export async function buildWeb(): Promise<void> {
  const hash = hashOfSources();
  const isFresh = existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash;
  if (isFresh && existsSync(path.join(out, 'index.html'))) return;
  const started = performance.now();
  process.stderr.write('Đang dựng giao diện làm việc…\n');
  mkdirSync(out, { recursive: true });
  // A build broken off must not pass for a finished one.
  rmSync(hashFile, { force: true });
  rmSync(path.join(out, 'index.html.br'), { force: true });
  rmSync(path.join(out, 'index.html.gz'), { force: true });
  // Only now: most starts find the build fresh, and need not wait for the bundler to load.
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error' });
  compress();
  removeOld(Date.now());
  writeFileSync(hashFile, hash);
  process.stderr.write(`Đã dựng xong giao diện sau ${((performance.now() - started) / 1000).toFixed(1)} giây.\n`);
}

if (import.meta.main) await buildWeb();
