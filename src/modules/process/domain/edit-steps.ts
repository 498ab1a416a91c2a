import { linkInOrder } from './default-process.ts';
import type { ProcessBody, ProcessLink, ProcessStep } from './process.ts';

/**
 * A new step behind the one at an index (-1: before all). It takes over the unconditional ways on of the step before it;
 * every later number moves up by one, in steps and ways alike.
 */
export function insertStep(body: ProcessBody, after: number): ProcessBody {
  const no = after + 2;
  const moved = renumbered(body, (old) => (old >= no ? old + 1 : old));
  const before = moved.steps[after];
  const isEnd = moved.steps.length === 0 || (before?.final ?? false);
  const step = newStep(no, before, isEnd);
  const steps = [
    ...moved.steps.slice(0, after + 1).map((one) => (one.no === before?.no && isEnd ? { ...one, final: false } : one)),
    step,
    ...moved.steps.slice(after + 1),
  ];
  const links = moved.links.map((link) => (isPlain(link) && link.from === before?.no ? { ...link, from: no } : link));
  const following = moved.steps[after + 1];
  const ways = before ? [plain(before.no, no)] : following ? [plain(no, following.no)] : [];
  return { ...moved, steps, links: [...links, ...ways] };
}

/** Without a step: what led to it leads to where its unconditional way led; other ways of it are gone. */
export function removeStep(body: ProcessBody, no: number): ProcessBody {
  const on = body.links.find((link) => isPlain(link) && link.from === no)?.to;
  const links = body.links
    .flatMap((link): ProcessLink[] => {
      if (link.from === no) return [];
      if (link.to !== no) return [link];
      return link.kind === 'next' && on !== undefined && on !== link.from ? [{ ...link, to: on }] : [];
    })
    .filter((link, index, all) => all.findIndex((one) => keyOf(one) === keyOf(link)) === index);
  const wasFinal = body.steps.find((step) => step.no === no)?.final ?? false;
  const steps = body.steps.filter((step) => step.no !== no);
  const kept = { ...body, steps: wasFinal ? endingIn(steps, links) : steps, links };
  return renumbered(kept, (old) => (old > no ? old - 1 : old));
}

/** A step one place up or down. Steps that followed each other in order do so again; other ways stay with their steps. */
export function moveStep(body: ProcessBody, no: number, by: -1 | 1): ProcessBody {
  const from = body.steps.findIndex((step) => step.no === no);
  const to = from + by;
  const [one, other] = [body.steps[from], body.steps[to]];
  if (!one || !other) return body;
  const wasInLine = isInLine(body);
  const steps = body.steps.map((step, index) => (index === from ? other : index === to ? one : step));
  const places = new Map(steps.map((step, index) => [step.no, body.steps[index]?.no ?? step.no]));
  const moved = renumbered({ ...body, steps }, (old) => places.get(old) ?? old);
  if (!wasInLine) return moved;
  const returns = moved.links.filter((link) => link.kind === 'return');
  const inLine = moved.steps.map((step, index) => ({ ...step, final: index === moved.steps.length - 1 }));
  return { ...moved, steps: inLine, links: [...linkInOrder(inLine), ...returns] };
}

/** Every step leads to the next one written, always, and only the last one ends it all. */
export function isInLine({ steps, links }: ProcessBody): boolean {
  const ways = links.filter((link) => link.kind === 'next');
  const wanted = linkInOrder(steps).map(keyOf);
  const isEnded = steps.every((step, index) => step.final === (index === steps.length - 1));
  return isEnded && ways.length === wanted.length && ways.every((way) => wanted.includes(keyOf(way)));
}

function newStep(no: number, before: ProcessStep | undefined, final: boolean): ProcessStep {
  return {
    no,
    name: '',
    level: before?.level ?? 'commune',
    actor: null,
    actorWords: '',
    positionId: null,
    norm: null,
    counted: true,
    product: '',
    recallable: false,
    joint: 'none',
    final,
  };
}

function renumbered(body: ProcessBody, place: (no: number) => number): ProcessBody {
  return {
    ...body,
    steps: body.steps.map((step) => ({ ...step, no: place(step.no) })),
    links: body.links.map((link) => ({ ...link, from: place(link.from), to: place(link.to) })),
  };
}

/** The steps that have no way on become ends. */
function endingIn(steps: readonly ProcessStep[], links: readonly ProcessLink[]): ProcessStep[] {
  return steps.map((step) => {
    const goesOn = links.some((link) => link.kind === 'next' && link.from === step.no);
    return goesOn ? step : { ...step, final: true };
  });
}

const isPlain = (link: ProcessLink) => link.kind === 'next' && link.condition === null;
const plain = (from: number, to: number): ProcessLink => ({ kind: 'next', from, to, condition: null, holds: null });

function keyOf({ kind, from, to, condition, holds }: ProcessLink): string {
  return JSON.stringify([kind, from, to, condition, holds]);
}
