import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Who may import whom, as docs/architecture.md draws it. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => normalize(file).replaceAll('\\', '/'))
  .filter((file) => !file.includes('.test.') && !file.startsWith('src/test/') && !file.endsWith('.gen.ts'));

type Layer =
  | 'kernel'
  | 'domain'
  | 'contract'
  | 'server'
  | 'module'
  | 'queries'
  | 'module-web'
  | 'web'
  | 'registry'
  | 'fields';

function layerOf(file: string): Layer {
  if (file.startsWith('src/kernel/')) return 'kernel';
  if (file.startsWith('src/server/')) return 'server';
  if (file.startsWith('src/web/')) return 'web';
  if (/^src\/modules\/fields\.ts$/.test(file)) return 'fields';
  if (/^src\/modules\/[\w.]+\.ts$/.test(file)) return 'registry';
  const inside = file.replace(/^src\/modules\/[\w-]+\//, '');
  if (inside.startsWith('domain/')) return 'domain';
  if (inside.startsWith('web/')) return 'module-web';
  if (/^(contract|text)(\.ts$|\/)/.test(inside)) return 'contract';
  if (/^queries(\.ts$|\/)/.test(inside)) return 'queries';
  return 'module';
}

const moduleOf = (file: string) => /^src\/modules\/([\w-]+)\//.exec(file)?.[1];

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path inside the project, or undefined for a package. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = [...source.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'([^']+)'/gm)].map(
    (match) => [match[2], match[1] !== undefined] as const,
  );
  const bare = [...source.matchAll(/(?:^\s*import\s+|import\()'([^']+)'/gm)].map((match) => [match[1], false] as const);
  return [...found, ...bare].map(([specifier = '', typeOnly]) => ({
    from: file,
    specifier,
    target: targetOf(file, specifier),
    typeOnly,
  }));
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/');
  return undefined;
}

/** The words of a forbidden import, or undefined when it is allowed. */
function whyForbidden({ from, specifier, target }: Import): string | undefined {
  const layer = layerOf(from);
  if (target === undefined) {
    if (layer === 'kernel' || layer === 'domain') return `${layer} imports no package (${specifier})`;
    if ((layer === 'contract' || layer === 'fields') && specifier !== 'zod')
      return `${layer} imports zod only (${specifier})`;
    return undefined;
  }
  const to = layerOf(target);
  const same = moduleOf(from) === moduleOf(target);
  const allowed: Record<Layer, () => boolean> = {
    kernel: () => to === 'kernel',
    domain: () => to === 'kernel' || to === 'domain',
    fields: () => to === 'kernel',
    contract: () => ['kernel', 'domain', 'fields'].includes(to) || to === 'contract',
    queries: () =>
      ['kernel', 'domain', 'contract', 'fields', 'server', 'queries'].includes(to) || (same && to === 'module'),
    module: () =>
      ['kernel', 'domain', 'contract', 'fields', 'server', 'queries'].includes(to) || (same && to === 'module'),
    server: () => ['kernel', 'domain', 'server', 'registry', 'fields', 'contract'].includes(to),
    'module-web': () => ['kernel', 'domain', 'contract', 'fields', 'web', 'module-web'].includes(to),
    web: () => ['kernel', 'domain', 'contract', 'fields', 'web', 'module-web', 'registry'].includes(to),
    registry: () => true,
  };
  return allowed[layer]() ? undefined : `${layer} may not import ${to} (${specifier})`;
}

test('there are files to check', () => expect(files.length).toBeGreaterThan(20));

test('imports keep to the layers', () => {
  const wrong = files.flatMap(importsOf).flatMap((one) => {
    const why = whyForbidden(one);
    return why ? [`${one.from}: ${why}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('kernel and domain ask nothing of the world', () => {
  const worldly = /new Date\(\)|Date\.now\(|Math\.random\(|\bfetch\(|(?<![-/\w])process\.|['"]node:/;
  const wrong = files.filter(
    (file) => ['kernel', 'domain'].includes(layerOf(file)) && worldly.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('only the clock asks the time in modules', () => {
  const asks = /new Date\(\)|Date\.now\(/;
  const wrong = files.filter(
    (file) =>
      file.startsWith('src/modules/') && !file.includes('/web/') && asks.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});

test('the test itself sees a forbidden import', () => {
  const bad = { from: 'src/kernel/x.ts', specifier: '#server/db.ts', target: 'src/server/db.ts', typeOnly: false };
  expect(whyForbidden(bad)).toContain('kernel may not import server');
  expect(
    whyForbidden({
      ...bad,
      from: 'src/modules/plan/handlers.ts',
      specifier: '#modules/org/store.ts',
      target: 'src/modules/org/store.ts',
    }),
  ).toContain('may not import');
  expect(whyForbidden({ ...bad, from: 'src/modules/plan/domain/x.ts', specifier: 'zod', target: undefined })).toContain(
    'no package',
  );
});
