import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The public keys that signed heads of this installation, in PEM, the newest last; none before the first head. */
export async function readPublicKeys(dataDir: string): Promise<string[]> {
  const text = await readFile(join(dataDir, 'log', 'public-keys.pem'), 'utf8').catch(() => '');
  return text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
}
