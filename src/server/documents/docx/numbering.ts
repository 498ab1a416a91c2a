import { type Attributes, parseXml } from './parse-xml.ts';

interface Level {
  readonly start: number;
  /** One of Word's names of number formats; digits when it is missing. */
  readonly format: string | undefined;
  readonly pattern: string;
  readonly restartAfter: number | undefined;
}

interface Numbered {
  abstractId: string;
  readonly overrides: Map<number, Partial<Level>>;
}

/** Which list a paragraph belongs to and how deep. */
export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function letter(value: number): string {
  const repeats = Math.floor((value - 1) / 26) + 1;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(repeats);
}

/** A counter's value in one of Word's number formats; formats that are not known count in digits. */
export function formatNumber(value: number, format: string | undefined): string {
  if (value < 1 || value > 5_000) return String(value);
  switch (format) {
    case 'lowerLetter':
      return letter(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function bulletText(pattern: string): string {
  const sign = pattern.trim();
  return /^[\p{Co}o§]/u.test(sign) ? '•' : sign;
}

/** Counts the automatic lists of one document, in the order its paragraphs come. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #numbered = new Map<string, Numbered>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  setLevel(abstractId: string, index: number, level: Level): void {
    const levels = this.#levels.get(abstractId) ?? new Map<number, Level>();
    levels.set(index, level);
    this.#levels.set(abstractId, levels);
  }

  setNumbered(numId: string, numbered: Numbered): void {
    this.#numbered.set(numId, numbered);
  }

  #level(numbered: Numbered, index: number): Level | undefined {
    const base = this.#levels.get(numbered.abstractId)?.get(index);
    const override = numbered.overrides.get(index);
    if (!base) return undefined;
    return override ? { ...base, ...override } : base;
  }

  /** Counts one more paragraph of a list and returns what Word writes before it; undefined when nothing is written. */
  next(place: ListPlace): string | undefined {
    const numbered = this.#numbered.get(place.numId);
    const level = numbered && this.#level(numbered, place.level);
    if (!numbered || !level) return undefined;
    const counters = this.#counters.get(numbered.abstractId) ?? [];
    this.#counters.set(numbered.abstractId, counters);
    this.#restart(place, numbered, counters);
    const before = counters[place.level];
    counters[place.level] = before === undefined ? level.start : before + 1;
    for (let deeper = place.level + 1; deeper < 9; deeper += 1) {
      const restartAfter = this.#level(numbered, deeper)?.restartAfter;
      if (restartAfter === undefined || place.level < restartAfter) counters[deeper] = undefined;
    }
    if (level.format === 'bullet') return bulletText(level.pattern) || undefined;
    const text = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = this.#level(numbered, index);
      return formatNumber(counters[index] ?? shown?.start ?? 1, shown?.format);
    });
    return text.trim() || undefined;
  }

  #restart(place: ListPlace, numbered: Numbered, counters: (number | undefined)[]): void {
    const key = `${place.numId}/${place.level}`;
    if (this.#started.has(key)) return;
    this.#started.add(key);
    if (numbered.overrides.get(place.level)?.start !== undefined) counters[place.level] = undefined;
  }
}

function numberOf(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) ? value : undefined;
}

interface OpenLevel {
  readonly index: number;
  start?: number | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  restartAfter?: number | undefined;
}

/** Reads `numbering.xml`; a list it does not define gives no marker. */
export async function readNumbering(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Numbering> {
  const numbering = new Numbering();
  if (!pieces) return numbering;
  let abstractId: string | undefined;
  let numbered: Numbered = { abstractId: '', overrides: new Map() };
  let level: OpenLevel | undefined;
  let overrideIndex: number | undefined;
  const open = (name: string, attributes: Attributes) => {
    const { val } = attributes;
    const value = numberOf(val);
    if (name === 'w:abstractNum') abstractId = attributes['abstractNumId'];
    else if (name === 'w:num') {
      numbered = { abstractId: '', overrides: new Map() };
      numbering.setNumbered(attributes['numId'] ?? '', numbered);
    } else if (name === 'w:abstractNumId') numbered.abstractId = val ?? '';
    else if (name === 'w:lvlOverride') overrideIndex = numberOf(attributes['ilvl']);
    else if (name === 'w:startOverride' && overrideIndex !== undefined) {
      numbered.overrides.set(overrideIndex, { ...numbered.overrides.get(overrideIndex), start: value ?? 1 });
    } else if (name === 'w:lvl') level = { index: numberOf(attributes['ilvl']) ?? 0 };
    else if (!level) return;
    else if (name === 'w:start') level.start = value;
    else if (name === 'w:numFmt') level.format = val;
    else if (name === 'w:lvlText') level.pattern = val;
    else if (name === 'w:lvlRestart') level.restartAfter = value;
  };
  const closeLevel = (closed: OpenLevel) => {
    const { index, start = 1, format, pattern = '', restartAfter } = closed;
    if (overrideIndex !== undefined) numbered.overrides.set(overrideIndex, { start, format, pattern, restartAfter });
    else if (abstractId !== undefined) numbering.setLevel(abstractId, index, { start, format, pattern, restartAfter });
  };
  const close = (name: string) => {
    if (name === 'w:lvl' && level) {
      closeLevel(level);
      level = undefined;
    } else if (name === 'w:lvlOverride') overrideIndex = undefined;
  };
  await parseXml(pieces, { open, close, text() {} });
  return numbering;
}
