import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Opens a file for reading and writing, making it and its folders when they are missing, hands it to `work`, and
 * comes back when what was written survives a power cut: file and, when it is new, its folder are synced.
 */
export async function writeDurably<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const { file, isNew } = await openOrMake(path);
  try {
    const answer = await work(file);
    await file.datasync();
    if (isNew) await syncFolders(path);
    return answer;
  } finally {
    await file.close();
  }
}

async function openOrMake(path: string): Promise<{ file: FileHandle; isNew: boolean }> {
  try {
    return { file: await open(path, 'r+'), isNew: false };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  return { file: await open(path, 'w+'), isNew: true };
}

/** A new name is safe only once its folder is synced; Windows keeps names safe by itself and cannot open folders. */
async function syncFolders(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  let folder = dirname(path);
  for (let depth = 0; depth < 4; depth++) {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
    folder = dirname(folder);
  }
}
