import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { allItemsOf, type PlacedItem, type PlacedRow, placeAt, rowsOf } from './places.ts';

/** Order of item letters in official documents (Nghị định 30/2020/NĐ-CP writes điểm a, b, c, d, đ, e, g …). */
const letters: readonly string[] = [...'abcdđeghiklmnopqrstuvxy'];

function bySection(items: readonly PlacedItem[]): PlacedItem[][] {
  return [...Map.groupBy(items, (item) => item.task.section).values()];
}

/** The letter that should stand after another. */
function letterAfter(letter: string): string | undefined {
  return letters[letters.indexOf(letter) + 1];
}

function letterContradictions(reading: PlanReading): Contradiction[] {
  const place = ({ path, ref }: PlacedItem) => placeAt(reading, path, ref);
  return bySection(allItemsOf(reading)).flatMap((items) => {
    const seen = new Map<string, PlacedItem>();
    const found: Contradiction[] = [];
    for (const [index, item] of items.entries()) {
      const { letter } = item.task;
      const before = items[index - 1]?.task.letter;
      const first = seen.get(letter);
      if (letter !== '' && first) {
        const should = before === undefined ? undefined : letterAfter(before);
        found.push(
          makeContradiction('repeatedLetter', [place(first), place(item)], 'correct', { letter, should: should ?? '' }),
        );
      } else if (letter !== '' && before !== undefined && before !== '') {
        const missing = letters.slice(letters.indexOf(before) + 1, Math.max(0, letters.indexOf(letter)));
        const skipped = missing.filter((one) => !items.some((other) => other.task.letter === one));
        const params = { letter, skipped: skipped.join(', ') };
        if (skipped.length > 0) found.push(makeContradiction('skippedLetter', [place(item)], 'keep', params));
      }
      seen.set(letter, item);
    }
    return found;
  });
}

function numberContradictions(reading: PlanReading): Contradiction[] {
  const groups = Map.groupBy(rowsOf(reading), (row) => `${row.path.split('/')[2]}/${row.task.groupNo ?? ''}`);
  return [...groups.values()].flatMap((rows: PlacedRow[]) =>
    rows.flatMap((row, index) => {
      const before = rows[index - 1];
      if (!before || row.task.noText !== undefined) return [];
      const step = row.task.no - before.task.no;
      const places = [before, row].map(({ path, ref }) => placeAt(reading, path, ref));
      if (step === 0) return [makeContradiction('repeatedNumber', places, 'correct', { number: row.task.no })];
      if (step > 1) {
        const params = { from: before.task.no, to: row.task.no };
        return [makeContradiction('skippedNumber', places, 'keep', params)];
      }
      return [];
    }),
  );
}

/** Letters and numbers that repeat or skip. */
export function orderContradictions(reading: PlanReading): Contradiction[] {
  return [...letterContradictions(reading), ...numberContradictions(reading)];
}
