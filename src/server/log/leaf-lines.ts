import { join } from 'node:path';
import { writeDurably } from './durable.ts';

/** Lines in one file, about 2 MB. */
const perFile = 4_096;

/**
 * The leaves of one unit in plain text beside the tiles: `leaves/000000.jsonl` holds leaves 0 … 4,095, one a line, in
 * the exact form that was hashed. So anybody can hash them again, and an altered row can be held against what it was.
 */
export class LeafLines {
  readonly #folder: string;

  constructor(unitFolder: string) {
    this.#folder = join(unitFolder, 'leaves');
  }

  /**
   * Writes lines from place `from` on, over whatever an interrupted write left there; synced when it is back.
   * False when lines before `from` are missing: the caller then writes all of them again.
   */
  async write(from: number, lines: readonly string[]): Promise<boolean> {
    let done = 0;
    while (done < lines.length) {
      const keep = (from + done) % perFile;
      const part = lines.slice(done, done + perFile - keep);
      const name = `${String(Math.floor((from + done) / perFile)).padStart(6, '0')}.jsonl`;
      const fits = await writeDurably(join(this.#folder, name), async (file) => {
        const offset = keep === 0 ? 0 : offsetAfterLines(await file.readFile(), keep);
        if (offset === undefined) return false;
        await file.truncate(offset);
        const bytes = Buffer.from(`${part.join('\n')}\n`);
        await file.write(bytes, 0, bytes.length, offset);
        return true;
      });
      if (!fits) return false;
      done += part.length;
    }
    return true;
  }
}

function offsetAfterLines(bytes: Buffer, count: number): number | undefined {
  let offset = 0;
  for (let line = 0; line < count; line++) {
    const end = bytes.indexOf(10, offset);
    if (end === -1) return undefined;
    offset = end + 1;
  }
  return offset;
}
