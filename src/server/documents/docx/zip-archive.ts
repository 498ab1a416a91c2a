import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DocumentRefusal } from '../document-refusal.ts';
import { limits } from '../limits.ts';

/** The parts of a zip by name, listed within limits before anything is unpacked. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** The part's bytes in pieces; throws `damaged` when there is no such part or it is broken. */
  read(name: string): AsyncIterable<Uint8Array>;
}

async function listEntries(zip: ZipFile, mostBytes: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  let packed = 0;
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
    const swollen = total > limits.zipRatioFrom && total > packed * limits.zipRatio;
    if (count > limits.zipEntries || total > mostBytes || swollen) throw new DocumentRefusal('zipBomb');
    entries.set(entry.fileName.replace(/^\//, ''), entry);
  }
  return entries;
}

function asRefusal(error: unknown): DocumentRefusal {
  return error instanceof DocumentRefusal ? error : new DocumentRefusal('damaged');
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncIterable<Uint8Array> {
  if (!entry) throw new DocumentRefusal('damaged');
  if (entry.isEncrypted()) throw new DocumentRefusal('encryptedOffice');
  if (entry.uncompressedSize > limits.xmlPartBytes) throw new DocumentRefusal('zipBomb');
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * Opens a zip held in memory. Throws `damaged` for a broken one and `zipBomb` past the limits on entries, unpacked
 * size and ratio; a part that unpacks to more than it declared is `damaged` when read.
 */
export async function openZip(bytes: Uint8Array, mostBytes: number = limits.zipTotalBytes): Promise<ZipArchive> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer);
    const entries = await listEntries(zip, mostBytes);
    return { names: [...entries.keys()], read: (name) => readEntry(zip, entries.get(name)) };
  } catch (error) {
    throw asRefusal(error);
  }
}
