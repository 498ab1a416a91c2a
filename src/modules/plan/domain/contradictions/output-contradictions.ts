import { foldWords } from '#kernel/fold.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { assignmentsOf, placeAt } from './places.ts';

const taskVerb =
  /^(?:xay dung|to chuc|trien khai|thuc hien|ra soat|tham muu|don doc|ban hanh|tuyen truyen|huong dan|phoi hop)\b/;
const unnamed =
  /^(?:quyet dinh|nghi quyet|van ban|ke hoach|thong bao)(?: chi dao)? cua (?:co quan|cap)(?: co)? tham quyen$/;

/** Outputs that are missing, are work rather than a product, or have no name. */
export function outputContradictions(reading: PlanReading): Contradiction[] {
  const assignments = assignmentsOf(reading);
  const tableOf = (path: string) => path.split('/').slice(0, 3).join('/');
  const withOutputs = new Set(
    assignments.filter((one) => one.assignment.outputs.length > 0).map((one) => tableOf(one.path)),
  );
  return assignments.flatMap(({ path, ref, assignment: { outputs } }) => {
    if (outputs.length === 0 && (withOutputs.has(tableOf(path)) || path.startsWith('/tasksNarrative'))) {
      return [makeContradiction('missingOutput', [placeAt(reading, path, ref)], 'correct')];
    }
    return outputs.flatMap((output, index) => {
      const folded = foldWords(output);
      const code = unnamed.test(folded) ? 'unnamedOutput' : taskVerb.test(folded) ? 'outputIsTask' : undefined;
      const place = placeAt(reading, `${path}/outputs/${index}`, ref);
      return code ? [makeContradiction(code, [place], 'correct', { output })] : [];
    });
  });
}
