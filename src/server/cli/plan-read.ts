import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { contradictionWeights } from '#modules/plan/domain/contradictions/contradiction.ts';
import { contradictionWords } from '#modules/plan/domain/contradictions/text.ts';
import { DocumentRefusal } from '../documents/document-refusal.ts';
import type { PlanFile } from '../documents/plan-file.ts';
import { readPlanFile } from '../documents/read-in-worker.ts';
import { refusalText } from '../documents/refusals.ts';
import { planTables } from './plan-tables.ts';

const usage = `Cách dùng: npm run -s cli -- plan read TỆP [--json]

Đọc kế hoạch cải cách hành chính (.docx, .pdf, .txt) và in ra nội dung đã đọc.
  --json   in dạng JSON ra đầu ra chuẩn, kèm các điểm mâu thuẫn và dòng chưa nhận diện`;

/** The reading in the form of the truth files, with what is doubtful and what was not read. */
function jsonOf({ reading, contradictions }: PlanFile): string {
  const { places: _places, furniture: _furniture, unread, ...plan } = reading;
  const found = contradictions.map((one) => ({
    code: one.code,
    weight: contradictionWeights[one.code],
    ...contradictionWords(one),
    places: one.places,
    params: one.params,
    choices: one.choices,
    proposed: one.proposal,
  }));
  return JSON.stringify({ ...plan, contradictions: found, unread }, null, 2);
}

function fileProblem(error: unknown, path: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `Không tìm thấy tệp “${path}”. Hãy kiểm tra lại đường dẫn.`;
  if (code === 'EISDIR') return `“${path}” là thư mục, không phải tệp. Hãy chỉ rõ tệp kế hoạch.`;
  if (code === 'EACCES' || code === 'EPERM') return `Không có quyền mở tệp “${path}”.`;
  return undefined;
}

/** What to say to a person about an error; undefined for a fault of the program. */
function problemWords(error: unknown, path: string): string | undefined {
  return error instanceof DocumentRefusal ? refusalText(error.code, error.params) : fileProblem(error, path);
}

/**
 * `plan read FILE [--json]`: reads a plan without server or database and prints it to standard output. Returns the
 * exit code: 0 when it was read, 1 when the file is refused or missing, 2 for a wrong call; its reason goes to stderr.
 */
export async function planRead(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const [path] = paths;
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json');
  if (path === undefined || paths.length > 1 || unknown !== undefined) {
    console.error(unknown === undefined ? usage : `Không có tùy chọn “${unknown}”.\n\n${usage}`);
    return 2;
  }
  try {
    const file = await readPlanFile(await readFile(path), basename(path));
    process.stdout.write(`${args.includes('--json') ? jsonOf(file) : planTables(file)}\n`);
    return 0;
  } catch (error) {
    const words = problemWords(error, path);
    if (words === undefined) throw error;
    console.error(words);
    return 1;
  }
}
