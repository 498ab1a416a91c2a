/** Distance between neighbours when an order is made anew, so that rows can later be put between them. */
export const orderStep = 1_000;

/** Indexes of a longest run of increasing numbers, nulls left out. */
function longestRun(positions: readonly (number | null)[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  positions.forEach((position, index) => {
    if (position === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    previous.set(index, tails[low - 1]);
    tails[low] = index;
  });
  const run = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) run.add(at);
  return run;
}

/**
 * Gives every row a position, strictly increasing in their order: as many rows as possible keep the one they had (null:
 * none), the others are put into the gaps. Where a gap has no room the whole order is made anew in steps of 1,000.
 */
export function assignPositions(former: readonly (number | null)[]): readonly number[] {
  const kept = longestRun(former);
  const positions: number[] = [];
  let at = 0;
  while (at < former.length) {
    const own = kept.has(at) ? former[at] : undefined;
    if (typeof own === 'number') {
      positions.push(own);
      at += 1;
      continue;
    }
    let end = at;
    while (end < former.length && !kept.has(end)) end += 1;
    const low = positions.at(-1) ?? 0;
    const count = end - at;
    const high = end < former.length ? (former[end] as number) : low + orderStep * (count + 1);
    const step = Math.floor((high - low) / (count + 1));
    if (step < 1) return former.map((_, index) => (index + 1) * orderStep);
    for (let nth = 1; nth <= count; nth++) positions.push(low + step * nth);
    at = end;
  }
  return positions;
}
