/** Place of an item as targets name it: "II" and "2" and "2.2" and "b" → "II.2.2.b". */
export function pathOf(labels: readonly string[]): string {
  return labels.filter((label, index) => !labels[index + 1]?.startsWith(`${label}.`)).join('.');
}

/** Section of a narrative task: the heading's own label where it has a dot ("2.1"), else with its chapter ("III.1"). */
export function sectionOf(labels: readonly string[]): string {
  const own = labels.at(-1) ?? '';
  return own.includes('.') ? own : pathOf(labels);
}
