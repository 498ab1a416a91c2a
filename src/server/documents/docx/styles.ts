import { type Attributes, parseXml } from './parse-xml.ts';

/** What a paragraph or character style says that the reading needs. */
interface Style {
  basedOn?: string;
  bold?: boolean;
  hidden?: boolean;
  numId?: string;
  level?: number;
}

export interface StyleFacts {
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

/** True unless the attribute says the property is off (`0`, `false`, `off`, `none`). */
export function isOn({ val }: Attributes): boolean {
  return val === undefined || !/^(0|false|off|none)$/.test(val);
}

/** The styles of a document, each with what it takes over from the style it is based on. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  /** The facts of a style by its id; an unknown style says nothing. */
  facts(id: string | undefined): StyleFacts {
    const found: Style = {};
    let next = id;
    for (let step = 0; next !== undefined && step < 20; step += 1) {
      const style: Style | undefined = this.#styles.get(next);
      if (!style) break;
      if (found.bold === undefined && style.bold !== undefined) found.bold = style.bold;
      if (found.hidden === undefined && style.hidden !== undefined) found.hidden = style.hidden;
      if (found.numId === undefined && style.numId !== undefined) found.numId = style.numId;
      if (found.level === undefined && style.level !== undefined) found.level = style.level;
      next = style.basedOn;
    }
    return { bold: found.bold ?? false, hidden: found.hidden ?? false, numId: found.numId, level: found.level };
  }
}

/** Reads `styles.xml`; without it every style says nothing. */
export async function readStyles(pieces: AsyncIterable<Uint8Array> | undefined): Promise<Styles> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  const open = (name: string, attributes: Attributes) => {
    if (name === 'w:style') {
      style = {};
      const id = attributes['styleId'];
      if (id !== undefined) styles.set(id, style);
      return;
    }
    const { val } = attributes;
    if (!style) return;
    if (name === 'w:basedOn' && val !== undefined) style.basedOn = val;
    else if (name === 'w:b') style.bold = isOn(attributes);
    else if (name === 'w:vanish') style.hidden = isOn(attributes);
    else if (name === 'w:numId' && val !== undefined) style.numId = val;
    else if (name === 'w:ilvl' && val !== undefined) style.level = Number(val);
  };
  const close = (name: string) => {
    if (name === 'w:style') style = undefined;
  };
  if (pieces) await parseXml(pieces, { open, close, text() {} });
  return new Styles(styles);
}
