import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Term } from '#kernel/term.ts';
import { amountKind, hourMillis, termOfHours } from '#modules/process/domain/amount.ts';
import type { Finding } from '#modules/process/domain/finding.ts';
import { readProcess } from '#modules/process/domain/table/read-process.ts';
import { checkCodes, readProcessFile } from '#modules/process/domain/table/read-process-file.ts';
import type { WrittenProcess } from '#modules/process/domain/table/written-process.ts';
import { amountWords } from '#modules/process/text/amounts.ts';
import { findingWords } from '#modules/process/text/findings.ts';

const usage = `Cách dùng: npm run -s cli -- process check TỆP.json [--json]

Kiểm tra các quy trình nội bộ trong một tệp, dạng:
  [{ "code", "name", "declaredTotal": { "value", "unit" },
     "steps": [{ "no", "actor", "duration": { "value", "unit" } }] }]
Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được tệp.`;

interface Checked {
  readonly process: WrittenProcess;
  readonly findings: readonly Finding[];
}

/** `process check FILE.json [--json]`: what is wrong or doubtful in internal processes. Needs no server and no database. */
export async function processCheck(args: readonly string[]): Promise<number> {
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const [path] = paths;
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined || path === undefined || paths.length > 1)
    return complain(unknown === undefined ? usage : `Không có tùy chọn “${unknown}”.\n\n${usage}`);
  const read = await readContent(path);
  if ('why' in read) return complain(read.why);
  const file = readProcessFile(read.content);
  if (!file.ok) return complain(`Tệp “${basename(path)}” không đúng dạng: ${file.why}.`);
  const codes = checkCodes(file.processes);
  const checked = file.processes.map((process, index) => ({
    process,
    findings: [...(codes[index] ?? []), ...readProcess(process).findings],
  }));
  if (options.length > 0) console.log(JSON.stringify(checked.map(toJson), null, 2));
  else console.log(checked.map(toText).join('\n\n') + closing(checked));
  return checked.some(({ findings }) => findings.some(isError)) ? 1 : 0;
}

function complain(words: string): number {
  console.error(words);
  return 2;
}

async function readContent(path: string): Promise<{ readonly content: unknown } | { readonly why: string }> {
  const name = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { why: `Không tìm thấy tệp “${path}”. Xin kiểm tra lại đường dẫn.` };
    return { why: code === 'EISDIR' ? `“${path}” là thư mục, không phải tệp.` : `Không mở được tệp “${path}”.` };
  }
  try {
    return { content: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { why: `Tệp “${name}” không phải JSON: ${(error as Error).message}` };
  }
}

const isError = ({ severity }: Finding) => severity === 'error';

function toText({ process: { code, name, steps }, findings }: Checked): string {
  const title = [code === '' ? '(không có mã)' : code, name].filter((part) => part !== '').join(' – ');
  if (findings.length === 0) return `${title}\n  ✓ ${steps.length} bước, không có điểm nào phải xem lại.`;
  const lines = findings.map((finding) => `  ${isError(finding) ? '✗ LỖI' : '! CẦN XEM'}: ${findingWords(finding)}`);
  return [title, ...lines].join('\n');
}

function closing(checked: readonly Checked[]): string {
  const findings = checked.flatMap((one) => one.findings);
  const errors = findings.filter(isError).length;
  return `\n\n${checked.length} quy trình: ${errors} lỗi, ${findings.length - errors} điểm cần xem.`;
}

function toJson({ process: { code, name }, findings }: Checked): object {
  return {
    code,
    name,
    findings: findings.map((finding) => ({
      kind: finding.kind,
      severity: finding.severity,
      ...(finding.stepNo !== undefined && { stepNo: finding.stepNo }),
      message: findingWords(finding),
      ...(finding.declared && { declared: amountOf(finding.declared) }),
      ...(finding.computed && { computed: amountOf(finding.computed) }),
    })),
  };
}

/** The value in its own unit, and in days and hours of its kind. */
function amountOf(term: Term): object {
  const isWorking = amountKind(term) === 'working';
  const hours = hourMillis(term);
  return {
    value: term.milli / 1_000,
    unit: term.unit,
    days: termOfHours(hours, isWorking ? 'working-day' : 'day').milli / 1_000,
    hours: hours / 1_000,
    text: amountWords(term),
  };
}
