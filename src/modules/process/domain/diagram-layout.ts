import type { ProcessBody, ProcessLink } from './process.ts';

export interface DrawnStep {
  readonly no: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly final: boolean;
  readonly joint: boolean;
  readonly lines: readonly string[];
}

/** An arrow; `line`: straight to the step below, `skip`: around at the right, `back`: around at the left. */
export interface DrawnWay {
  readonly kind: 'line' | 'skip' | 'back';
  readonly isBranch: boolean;
  readonly key: string;
  /** Of an SVG path. */
  readonly path: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly DrawnStep[];
  readonly ways: readonly DrawnWay[];
}

const boxWidth = 264;
const gap = 30;
const lineHeight = 18;
const padding = 10;
const laneWidth = 13;
const letters = 36;

/**
 * Places the steps of a process under each other with arrows between them: on to the next, around at the right to later
 * steps, around at the left back to earlier ones, each in a lane of its own where they would cross. Ways to steps that do
 * not exist are left out. `linesOf` gives the words of a box; the first is its name.
 */
export function layOutProcess(flow: ProcessBody, linesOf: (no: number) => readonly string[]): Drawing {
  const known = new Map(flow.steps.map((step, index) => [step.no, index]));
  const ways = flow.links.filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to);
  const rank = (no: number) => known.get(no) ?? 0;
  const isLine = (link: ProcessLink) => link.kind === 'next' && rank(link.to) === rank(link.from) + 1;
  const isBack = (link: ProcessLink) => rank(link.to) < rank(link.from);
  const around = ways.filter((link) => !isLine(link));
  const left = lanesOf(around.filter(isBack), rank);
  const right = lanesOf(
    around.filter((link) => !isBack(link)),
    rank,
  );
  const x = laneWidth * (Math.max(0, ...left.values()) + 2);
  const steps: DrawnStep[] = [];
  let y = gap / 2;
  for (const { no, final, joint } of flow.steps) {
    const lines = linesOf(no).flatMap(wrapped);
    const height = lines.length * lineHeight + padding * 2;
    steps.push({ no, x, y, width: boxWidth, height, final, joint: joint !== 'none', lines });
    y += height + gap;
  }
  const drawn = ways.flatMap((link): DrawnWay[] => {
    const [from, to] = [steps[rank(link.from)], steps[rank(link.to)]];
    if (!from || !to) return [];
    const key = JSON.stringify([link.kind, link.from, link.to, link.condition, link.holds]);
    const isBranch = link.condition !== null;
    if (isLine(link)) return [{ kind: 'line', isBranch, key, path: straight(from, to) }];
    const side = isBack(link) ? 'back' : 'skip';
    const lane = (side === 'back' ? left : right).get(link) ?? 1;
    return [{ kind: side, isBranch, key, path: bent(from, to, side === 'back' ? -lane : lane) }];
  });
  const width = x + boxWidth + laneWidth * (Math.max(0, ...right.values()) + 2);
  return { width, height: y - gap / 2, steps, ways: drawn };
}

/** The first lane from the boxes that is free along the whole way; shorter ways lie inside. */
function lanesOf(links: readonly ProcessLink[], rank: (no: number) => number): Map<ProcessLink, number> {
  const spanOf = (link: ProcessLink) =>
    [Math.min(rank(link.from), rank(link.to)), Math.max(rank(link.from), rank(link.to))] as const;
  const lengthOf = (link: ProcessLink) => spanOf(link)[1] - spanOf(link)[0];
  const lanes = new Map<ProcessLink, number>();
  for (const link of [...links].sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const [top, bottom] = spanOf(link);
    const taken = new Set(
      [...lanes].filter(([other]) => spanOf(other)[0] < bottom && spanOf(other)[1] > top).map(([, lane]) => lane),
    );
    let lane = 1;
    while (taken.has(lane)) lane += 1;
    lanes.set(link, lane);
  }
  return lanes;
}

function straight(from: DrawnStep, to: DrawnStep): string {
  const x = from.x + from.width / 2;
  return `M ${x} ${from.y + from.height} L ${x} ${to.y - 2}`;
}

/** Out of one side, along the lane, into the same side: above the middle when it arrives, below when it leaves. */
function bent(from: DrawnStep, to: DrawnStep, lane: number): string {
  const side = lane > 0 ? from.x + from.width : from.x;
  const along = side + lane * laneWidth;
  const isDown = to.y > from.y;
  const out = from.y + from.height * (isDown ? 0.7 : 0.3);
  const into = to.y + to.height * (isDown ? 0.3 : 0.7);
  return `M ${side} ${out} L ${along} ${out} L ${along} ${into} L ${side + Math.sign(lane) * 2} ${into}`;
}

/** At most as many letters a line as a box holds. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, letters));
  }
  return lines;
}
