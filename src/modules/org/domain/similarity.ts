/** How alike two folded texts are by their pairs of letters (Dice), from 0 to 1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    rest.splice(at, 1);
  }
  return (2 * shared) / (left.length + right.length);
}

function pairsOf(text: string): readonly string[] {
  return text.split(' ').flatMap((word) => {
    const padded = ` ${word} `;
    return word === '' ? [] : Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
  });
}
