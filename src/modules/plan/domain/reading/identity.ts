import { type Letterhead, levelOf } from './letterhead.ts';
import type { PlaceRecorder } from './place-recorder.ts';
import type { IssuerLevel, ReadDecision } from './plan-reading.ts';

const unitName = "(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)(?:\\s+\\p{Lu}[\\p{L}’']*)+";
const committee = new RegExp(`(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\\s+(${unitName})`, 'u');

/** Who issues the plan: by the letterhead, else by the decision's words, the title or the opening sentence. */
export function issuerLevelAndName(
  head: Letterhead,
  preamble: readonly string[],
): { name: string; level: IssuerLevel } {
  const own = head.issuer.text;
  if (levelOf(own) !== 'unknown') return { name: own, level: levelOf(own) };
  for (const text of [head.enclosure?.text ?? '', head.title.text, ...preamble.toReversed()]) {
    const named = committee.exec(text)?.[1] ?? new RegExp(`của\\s+(${unitName})`, 'u').exec(text)?.[1];
    if (named === undefined) continue;
    const name = `Ủy ban nhân dân ${named}`;
    return { name, level: levelOf(name) };
  }
  return { name: own, level: 'unknown' };
}

/** Year of the plan: the one its title names, else the one its decision or date does; null when none is named. */
export function yearOf(head: Letterhead): number | null {
  const named = /năm\s+(20\d\d)/iu.exec(head.title.text) ?? /năm\s+(20\d\d)/iu.exec(head.enclosure?.text ?? '');
  const year = named?.[1] ?? head.date?.text.slice(0, 4);
  return year === undefined ? null : Number(year);
}

/** Number, date and words of the decision or plan, with their places. */
export function decisionOf(head: Letterhead, places: PlaceRecorder): ReadDecision {
  const text = head.enclosure?.text;
  const year = Number(/năm\s+(20\d\d)/u.exec(text ?? '')?.[1] ?? head.date?.text.slice(0, 4));
  const signer = /năm\s+20\d\d\s+của\s+(.+)$/u.exec(text ?? '')?.[1];
  if (head.enclosure) places.note('/decision/text', head.enclosure.lines);
  return {
    number: head.number ? places.text('/decision/number', head.number) : null,
    date: head.date ? places.text('/decision/date', head.date) : null,
    ...(text !== undefined && { text }),
    ...(Number.isFinite(year) && { year }),
    ...(signer !== undefined && { signerRole: signer }),
  };
}
