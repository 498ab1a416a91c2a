import { parseArgs } from 'node:util';
import { toIso } from '#kernel/moment.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import { explainDeadline, lineWords } from '#modules/dossier/domain/deadline/text.ts';
import type { Deadline } from '#modules/dossier/domain/deadline/types.ts';
import { readShippedCalendar } from './due-calendar.ts';
import { explainedDue, readAsked } from './due-of-row.ts';
import { MissingColumns, toOutput, writeDues } from './due-table.ts';

const usage = `Cách dùng: npm run -s cli -- due --received THỜI_ĐIỂM --term THỜI_HẠN [--json]
           npm run -s cli -- due --from TỆP.csv

Tính hạn trả kết quả theo lịch làm việc đi kèm và giải thích từng bước.
  --received  lúc nhận đủ hồ sơ: 2026-04-24T09:00 hoặc "24/04/2026 09:00" (giờ Việt Nam)
  --term      "3 ngày làm việc", "0,25 ngày làm việc", "8 giờ làm việc", "15 ngày", "12 giờ", "ngay"
  --json      in dạng JSON ra đầu ra chuẩn
  --from      đọc nhiều dòng từ tệp CSV có cột received,term và in ra received,term,due`;

interface Options {
  readonly received?: string | undefined;
  readonly term?: string | undefined;
  readonly from?: string | undefined;
  readonly json?: boolean | undefined;
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        received: { type: 'string' },
        term: { type: 'string' },
        from: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    return values;
  } catch {
    return undefined;
  }
}

function jsonOf({ currentDue, explanation }: Deadline): string {
  const lines = explanation.map(({ code, day, moment, params }) => ({
    code,
    text: lineWords({ code, ...(day && { day }), ...(moment !== undefined && { moment }), ...(params && { params }) }),
    ...(day && { day }),
    ...(moment !== undefined && { moment: toIso(moment) }),
    ...(params && { params }),
  }));
  return JSON.stringify({ due: toIso(currentDue), explanation: lines }, null, 2);
}

function wordsOf({ currentDue, explanation }: Deadline): string {
  return [`Hạn trả kết quả: ${formatMoment(toIso(currentDue))}`, '', ...explainDeadline(explanation)].join('\n');
}

async function answerOne(received: string, termText: string, asJson: boolean): Promise<number> {
  const asked = readAsked(received, termText);
  if ('problem' in asked) {
    console.error(`Chưa tính được hạn: ${asked.problem}.`);
    return 1;
  }
  const deadline = explainedDue(await readShippedCalendar(), asked);
  process.stdout.write(`${asJson ? jsonOf(deadline) : wordsOf(deadline)}\n`);
  return 0;
}

function tableProblem(error: unknown, path: string): string | undefined {
  if (error instanceof MissingColumns) return `Dòng đầu của “${path}” phải có hai cột received và term.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `Không tìm thấy tệp “${path}”. Hãy kiểm tra lại đường dẫn.`;
  if (code === 'EISDIR') return `“${path}” là thư mục, không phải tệp CSV.`;
  if (code === 'EACCES' || code === 'EPERM') return `Không có quyền mở tệp “${path}”.`;
  return undefined;
}

async function answerTable(path: string): Promise<number> {
  try {
    const { written, refused } = await writeDues(path, await readShippedCalendar(), toOutput, (line, problem) =>
      console.error(`Dòng ${line}: ${problem}.`),
    );
    if (refused === 0) return 0;
    console.error(`Đã tính ${written} dòng; ${refused} dòng có lỗi nên không có trong kết quả.`);
    return 1;
  } catch (error) {
    const words = tableProblem(error, path);
    if (words === undefined) throw error;
    console.error(words);
    return 1;
  }
}

/**
 * `due`: due dates by the shipped calendar, without server or database. Returns the exit code: 0 when all were
 * answered, 1 when something could not be read (rows of a table that could are still written), 2 for a wrong call.
 */
export async function runDue(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const { received, term, from, json = false } = options ?? {};
  if (from !== undefined && received === undefined && term === undefined && !json) return answerTable(from);
  if (from === undefined && received !== undefined && term !== undefined) return answerOne(received, term, json);
  console.error(usage);
  return 2;
}
