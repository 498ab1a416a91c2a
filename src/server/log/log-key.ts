import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakeSecret } from '../secrets.ts';
import { writeDurably } from './durable.ts';

/** What signs the heads of the log. */
export interface LogKey {
  /** Ed25519 signature of a text, in hex. */
  sign(text: string): string;
}

/**
 * Reads the key of the log from `dataDir/secrets/log-key.pem`, or makes it once. Its public half is kept in
 * `dataDir/log/public-keys.pem`, after those of former keys, so that their heads can still be checked.
 */
export async function openLogKey(dataDir: string): Promise<LogKey> {
  const pem = await readOrMakeSecret(join(dataDir, 'secrets'), 'log-key.pem', makeKey);
  const key = createPrivateKey(pem);
  await publish(join(dataDir, 'log', 'public-keys.pem'), key);
  return { sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

function makeKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function publish(path: string, key: KeyObject): Promise<void> {
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known.includes(pem)) return;
  await writeDurably(path, async (file) => {
    await file.write(pem, Buffer.byteLength(known));
  });
}
