import { type Attributes, parseXml } from './parse-xml.ts';

/** What a paragraph or character style says that the reading needs. */
interface Style {
  basedOn?: string | undefined;
  bold?: boolean;
  hidden?: boolean;
  numId?: string | undefined;
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
  return !/^(0|false|off|none)$/.test(val ?? '');
}

/** Styles based on one another in a ring end here. */
const deepest = 20;

/** The styles of a document, each with what it takes over from the style it is based on. */
export class Styles {
  readonly #styles: ReadonlyMap<string | undefined, Style>;

  constructor(styles: ReadonlyMap<string | undefined, Style>) {
    this.#styles = styles;
  }

  /** The facts of a style by its id; an unknown style says nothing. */
  facts(id: string | undefined): StyleFacts {
    const line: Style[] = [];
    let style = this.#styles.get(id);
    while (style && line.length < deepest) {
      line.push(style);
      style = this.#styles.get(style.basedOn);
    }
    const first = <Key extends keyof Style>(key: Key) => line.find((one) => one[key] !== undefined)?.[key];
    return {
      bold: first('bold') ?? false,
      hidden: first('hidden') ?? false,
      numId: first('numId'),
      level: first('level'),
    };
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
    if (name === 'w:basedOn') style.basedOn = val;
    else if (name === 'w:b') style.bold = isOn(attributes);
    else if (name === 'w:vanish') style.hidden = isOn(attributes);
    else if (name === 'w:numId') style.numId = val;
    else if (name === 'w:ilvl' && val !== undefined) style.level = Number(val);
  };
  const close = (name: string) => {
    if (name === 'w:style') style = undefined;
  };
  if (pieces) await parseXml(pieces, { open, close, text() {} });
  return new Styles(styles);
}
