import type { Finding } from '../finding.ts';
import { readDuration, readWords, type WrittenDuration } from './read-duration.ts';
import type { WrittenProcess, WrittenStep, WrittenWays } from './written-process.ts';

/** What a file holds, or in words why it is no list of processes. */
export type ProcessFile =
  | { readonly ok: true; readonly processes: readonly WrittenProcess[] }
  | { readonly ok: false; readonly why: string };

/**
 * Reads the content of a JSON file of processes: `[{ code, name, declaredTotal: { value, unit }, steps: [{ no, actor,
 * duration: { value, unit } }] }]`; one process alone and `{ processes: [ … ] }` are taken too. Steps may also have a name
 * and a product, times may be written in words. `duration: null` of the last step is "không tính thời gian".
 */
export function readProcessFile(content: unknown): ProcessFile {
  const list = listOf(content);
  if (!list) return { ok: false, why: 'cần một danh sách quy trình' };
  if (list.length === 0) return { ok: false, why: 'danh sách không có quy trình nào' };
  const processes: WrittenProcess[] = [];
  for (const [index, item] of list.entries()) {
    const place = `quy trình thứ ${index + 1}`;
    if (!isRecord(item)) return { ok: false, why: `${place} không phải là một đối tượng` };
    const steps = item['steps'];
    if (!Array.isArray(steps)) return { ok: false, why: `${place} không có danh sách bước (steps)` };
    const wrong = steps.findIndex((step) => !isRecord(step));
    if (wrong >= 0) return { ok: false, why: `${place}, bước thứ ${wrong + 1} không phải là một đối tượng` };
    processes.push({
      code: textOf(item['code']),
      caseCode: textOf(item['caseCode']),
      name: textOf(item['name']),
      declared: durationOf(item['declaredTotal'], true),
      steps: steps.filter(isRecord).map((step, at) => stepOf(step, at === steps.length - 1)),
    });
  }
  return { ok: true, processes };
}

/** Findings on the codes of a file: missing, or used again for the same name and case. */
export function checkCodes(processes: readonly WrittenProcess[]): (readonly Finding[])[] {
  const seen = new Map<string, number>();
  return processes.map(({ code, caseCode, name }, index) => {
    if (code === '') return [{ kind: 'code-missing', severity: 'warning' }];
    const key = JSON.stringify([code, caseCode, name]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined
      ? []
      : [{ kind: 'code-repeated', severity: 'warning', params: { code, place: first + 1 } }];
  });
}

function listOf(content: unknown): readonly unknown[] | undefined {
  if (Array.isArray(content)) return content;
  if (!isRecord(content)) return undefined;
  const inside = content['processes'];
  if (Array.isArray(inside)) return inside;
  return 'steps' in content ? [content] : undefined;
}

function stepOf(step: Record<string, unknown>, isLast: boolean): WrittenStep {
  return {
    label: textOf(step['no']),
    name: textOf(step['name']),
    actorWords: textOf(step['actor']),
    duration: durationOf(step['duration'], isLast),
    product: textOf(step['product']),
    ...('next' in step && { ways: waysOf(step) }),
  };
}

function waysOf(step: Record<string, unknown>): WrittenWays {
  return {
    role: textOf(step['role']),
    level: textOf(step['level']),
    joint: textOf(step['joint']),
    next: textOf(step['next']),
    returns: textOf(step['returns']),
    recallable: textOf(step['recallable']),
  };
}

function durationOf(given: unknown, mayBeNull: boolean): WrittenDuration {
  if (given === null && mayBeNull) return { is: 'missing', said: true };
  if (typeof given === 'string') return readWords(given);
  if (typeof given === 'number') return readDuration(given, null);
  return isRecord(given) ? readDuration(given['value'], given['unit']) : { is: 'missing', said: false };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
