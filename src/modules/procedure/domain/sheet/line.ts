/**
 * One line of a cell that holds a list: a head, then parts apart by ` | `, each a value under a key (`kênh: trực tuyến`)
 * or a word that stands alone (`xuất trình`). What would end a part or a line is written with a backslash.
 */
export interface SheetLine {
  readonly head: string;
  readonly parts: readonly { readonly key: string; readonly value: string }[];
}

const apart = ' | ';

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\r\n', '\n').replaceAll('\n', '\\n');
}

function unescaped(text: string): string {
  return text.replace(/\\([\\|n])/g, (_whole, what: string) => (what === 'n' ? '\n' : what));
}

/** Writes a line; parts without a value are left out. */
export function writeLine(
  head: string,
  parts: readonly (readonly [key: string, value: string | null | undefined | true])[],
): string {
  const written = parts.flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    return [value === true ? escaped(key) : `${escaped(key)}: ${escaped(value)}`];
  });
  return [escaped(head), ...written].join(apart);
}

/** Reads a line as `writeLine` wrote it, or as somebody typed it. A key ends at the first colon. */
export function readLine(line: string): SheetLine {
  const [head = '', ...rest] = pieces(line);
  const parts = rest.map((piece) => {
    const colon = piece.indexOf(':');
    if (colon < 0) return { key: unescaped(piece).trim(), value: '' };
    return { key: unescaped(piece.slice(0, colon)).trim(), value: unescaped(piece.slice(colon + 1)).trim() };
  });
  return { head: unescaped(head).trim(), parts };
}

function pieces(line: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '|') {
      found.push(piece);
      piece = '';
      continue;
    }
    piece += sign;
    if (sign === '\\' && at + 1 < line.length) {
      at += 1;
      piece += line.charAt(at);
    }
  }
  return [...found, piece].map((one) => one.trim());
}

/** The lines of a cell; empty ones are nothing. */
export function linesOf(cell: string): string[] {
  return cell
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
