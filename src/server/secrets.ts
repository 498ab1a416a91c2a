import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a secret of this installation, or makes it once, in a file that only the owner may read. */
export async function readOrMakeSecret(folder: string, name: string, make: () => string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  try {
    const file = await open(path, 'wx', 0o600);
    const secret = make();
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = await readFile(path, 'utf8');
  if (secret) return secret;
  throw new Error(`the secret file ${path} is empty: remove it and start again`);
}
