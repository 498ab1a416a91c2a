import { valueAt } from '../../domain/review/json-pointer.ts';

type Places = Readonly<Record<string, readonly number[]>>;

/** Lines a field came from: its own, else those of what it holds, else of what holds it. */
export function linesOfPath(places: Places, path: string): readonly number[] {
  const own = places[path];
  if (own) return own;
  const inside = Object.entries(places).filter(([key]) => key.startsWith(`${path}/`));
  if (inside.length > 0) return [...new Set(inside.flatMap(([, lines]) => lines))].sort((a, b) => a - b);
  const parent = path.slice(0, path.lastIndexOf('/'));
  return parent === '' ? [] : linesOfPath(places, parent);
}

/** Fields by line, the innermost first: what lights up when a line of the document is pressed. */
export function pathsByLine(places: Places): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const [path, lines] of Object.entries(places)) {
    for (const line of lines) {
      const list = map.get(line);
      if (list) list.push(path);
      else map.set(line, [path]);
    }
  }
  for (const list of map.values()) list.sort((a, b) => depthOf(b) - depthOf(a));
  return map;
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** The text field that ends nearest before a line: where a line that nobody knew most likely goes on. */
export function fieldBefore(
  reading: { readonly places: Places },
  line: number,
): { readonly path: string; readonly text: string } | undefined {
  let nearest: { line: number; field: { path: string; text: string } } | undefined;
  for (const [path, lines] of Object.entries(reading.places)) {
    const text = valueAt(reading, path);
    const last = Math.max(...lines.filter((one) => one < line));
    if (typeof text !== 'string' || text === '' || !Number.isFinite(last)) continue;
    if (nearest === undefined || last > nearest.line) nearest = { line: last, field: { path, text } };
  }
  return nearest?.field;
}
