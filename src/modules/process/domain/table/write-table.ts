import { type Term, writeTerm } from '#kernel/term.ts';
import type { ProcessBody, ProcessStep } from '../process.ts';
import { conditionWords, jointWords, levelWords, roleWords, yesWord } from './table-words.ts';
import { writeNext, writeReturns } from './ways.ts';

/** A process as it is written into a table or file. */
export interface NamedProcess extends ProcessBody {
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly name: string;
}

const uncounted = 'không tính thời gian';

/** The headings of our own table of processes, with the width of each column. */
export const tableHeadings: readonly (readonly [heading: string, width: number])[] = [
  ['Mã thủ tục', 14],
  ['Trường hợp', 12],
  ['Tên thủ tục', 36],
  ['Tổng thời gian', 18],
  ['Bước', 7],
  ['Nội dung công việc', 36],
  ['Vai trò', 20],
  ['Trách nhiệm', 30],
  ['Thời gian', 20],
  ['Sản phẩm', 34],
  ['Cấp', 10],
  ['Liên thông', 12],
  ['Bước tiếp theo', 26],
  ['Trả lại bước', 12],
  ['Được thu hồi', 12],
];

/** Every step of the processes as a row under `tableHeadings`; `readProcessSheet` reads the same processes back. */
export function writeTable(processes: readonly NamedProcess[]): string[][] {
  return processes.flatMap((one) =>
    one.steps.map((step) => [
      one.procedureCode,
      one.caseCode,
      one.name,
      one.declared ? writeExactly(one.declared) : '',
      String(step.no),
      step.name,
      step.actor === null ? '' : roleWords[step.actor],
      step.actorWords,
      normOf(step),
      step.product,
      levelWords[step.level],
      jointWords[step.joint],
      writeNext(one, step),
      writeReturns(one, step),
      step.recallable ? yesWord : '',
    ]),
  );
}

/** The processes as a file that `readProcessFile` reads back and the command `process check` takes. */
export function writeFile(processes: readonly NamedProcess[]): object[] {
  return processes.map((one) => ({
    code: one.procedureCode,
    caseCode: one.caseCode,
    name: one.name,
    declaredTotal: one.declared && timeOf(one.declared),
    steps: one.steps.map((step) => ({
      no: step.no,
      name: step.name,
      role: step.actor === null ? '' : roleWords[step.actor],
      actor: step.actorWords || (step.actor === null ? '' : roleWords[step.actor]),
      duration: step.counted ? step.norm && timeOf(step.norm) : { value: null, unit: uncounted },
      product: step.product,
      level: levelWords[step.level],
      joint: jointWords[step.joint],
      next: writeNext(one, step),
      returns: writeReturns(one, step),
      recallable: step.recallable ? yesWord : '',
    })),
  }));
}

/** The words of every condition a cell of ways may use, for the note above the table. */
export const usableConditions: readonly string[] = Object.values(conditionWords).flat();

function normOf({ counted, norm }: ProcessStep): string {
  if (!counted) return uncounted;
  return norm === null ? '' : writeExactly(norm);
}

/** "ngày" alone may be read as working days beside them; here it says which. */
function writeExactly(term: Term): string {
  const words = writeTerm(term);
  if (term.unit === 'day') return `${words} (theo lịch)`;
  return term.unit === 'hour' ? `${words} (đồng hồ)` : words;
}

function timeOf(term: Term): { value: number; unit: string } {
  const units = {
    'working-day': 'ngày làm việc',
    'working-hour': 'giờ làm việc',
    day: 'ngày (theo lịch)',
    hour: 'giờ (đồng hồ)',
  };
  return term.unit === 'immediate'
    ? { value: 0, unit: 'trong ngày' }
    : { value: term.milli / 1_000, unit: units[term.unit] };
}
