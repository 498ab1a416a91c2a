import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Makes a screenshot small: its colours become a palette of 256, which a picture of text and flat grounds hardly shows. */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const most = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes of one pixel in `pixels`: 3 or 4. */
  readonly step: number;
  readonly pixels: Uint8Array;
}

function readPng(file: Buffer): Picture {
  let [width, height, step] = [0, 0, 3];
  const data: Buffer[] = [];
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      step = body[9] === 6 ? 4 : 3;
    }
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  return { width, height, step, pixels: unfiltered(inflateSync(Buffer.concat(data)), width, height, step) };
}

/** Takes back the filter of each line (PNG specification, 9.2). */
function unfiltered(raw: Uint8Array, width: number, height: number, step: number): Uint8Array {
  const row = width * step;
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const to = y * row + x;
      const left = x >= step ? (out[to - step] ?? 0) : 0;
      const up = y > 0 ? (out[to - row] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[to - row - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[to] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function coloursOf({ pixels, step }: Picture): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += step) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

function colourAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < palette.length; index++) {
    if (distance(colour, palette[index] ?? 0) < distance(colour, palette[best] ?? 0)) best = index;
  }
  return best;
}

function chunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The same picture with a palette of its most frequent colours; others take the nearest. Takes 8-bit RGB or RGBA. */
export function smallPng(file: Buffer): Buffer {
  const picture = readPng(file);
  const { width, height, step, pixels } = picture;
  const palette = [...coloursOf(picture)]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([colour]) => colour);
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, (y * width + x) * step);
      let index = known.get(colour);
      if (index === undefined) {
        index = nearest(colour, palette);
        known.set(colour, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
