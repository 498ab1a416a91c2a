import { fold } from '#kernel/fold.ts';
import { readTerm } from '#kernel/term.ts';
import type {
  Channel,
  Component,
  Exemption,
  FeeRule,
  ProcedureCase,
  Question,
  ResultKind,
  TermRule,
} from '../procedure-content.ts';
import { readCondition } from './condition-words.ts';
import { LineReader, LineRefusal } from './line-reader.ts';
import { basisWords, channelWords, countingWords, databaseWords, findByWords, reasonWords } from './words.ts';

/** How each list of a procedure is read from its cell: one line in, one item out; a line that is not understood is refused. */

const readChannel = (text: string) => findByWords(channelWords, text);

export function readCase(line: string, index: number): ProcedureCase {
  return whole(line, (reader) => ({ code: reader.take('mã') ?? `th-${index + 1}`, name: reader.head }));
}

const barePattern = /^(\d{1,4})(?:[.,](\d{1,3}))?\s*\(khong ghi don vi\)$/;

export function readTermRule(line: string): TermRule {
  return whole(line, (reader) => {
    const folded = fold(reader.head);
    const [, count, fraction = ''] = barePattern.exec(folded) ?? [];
    const bareMilli = count === undefined ? null : Number(count) * 1_000 + Number(fraction.padEnd(3, '0'));
    const isUnsaid = bareMilli !== null || folded === 'chua quy dinh';
    const term = isUnsaid ? null : readTerm(reader.head);
    if (term === undefined) throw new LineRefusal('procedure-sheet-term', { value: reader.head });
    return {
      channel: reader.takeOne('kênh', readChannel),
      case: reader.take('trường hợp'),
      term,
      bareMilli,
      counting: reader.takeOne('tính', (text) => findByWords(countingWords, text)) ?? 'days',
      legalBasis: reader.take('căn cứ'),
      note: reader.take('ghi chú'),
    };
  });
}

export function readFee(line: string, index: number): FeeRule {
  return whole(line, (reader) => ({
    code: reader.take('mã') ?? `phi-${index + 1}`,
    name: reader.head,
    channel: reader.takeOne('kênh', readChannel),
    case: reader.take('trường hợp'),
    amount: readSetAmount(reader.take('mức')),
    basis: reader.takeOne('tính theo', (text) => findByWords(basisWords, text)) ?? 'dossier',
    exemptions: reader.takeAll('miễn giảm').map(readExemption),
    legalBasis: reader.take('căn cứ'),
    note: reader.take('ghi chú'),
  }));
}

function readSetAmount(text: string | null): number | null {
  if (text === null || fold(text) === 'hdnd tinh quy dinh') return null;
  return getAmount(text, 'mức');
}

function getAmount(text: string, part: string): number {
  const digits = fold(text).replace(/( ?dong| ?d)$/, '');
  if (/^(khong|mien phi)$/.test(digits)) return 0;
  if (!/^\d{1,3}(?:[. ]\d{3})*$|^\d+$/.test(digits))
    throw new LineRefusal('procedure-sheet-value', { part, value: text });
  return Number(digits.replace(/[. ]/g, ''));
}

function readExemption(text: string): Exemption {
  const [who = '', much = '', ...basis] = text.split(' = ');
  const reason = findByWords(reasonWords, who);
  if (!reason) throw new LineRefusal('procedure-sheet-value', { part: 'miễn giảm', value: text });
  return { reason, amount: getAmount(much, 'miễn giảm'), legalBasis: basis.join(' = ').trim() || null };
}

export function readComponent(line: string, index: number): Component {
  return whole(line, (reader) => {
    const isOptional = reader.takeWord('không bắt buộc');
    reader.takeWord('bắt buộc');
    return {
      code: reader.take('mã') ?? `tp-${index + 1}`,
      name: reader.head,
      originals: reader.takeOne('chính', readCount) ?? 1,
      copies: reader.takeOne('sao', readCount) ?? 0,
      required: !isOptional,
      presentOnly: reader.takeWord('xuất trình'),
      hasForm: reader.takeWord('có mẫu'),
      replaceableBy: reader.takeOne('thay bằng', (text) => findByWords(databaseWords, text)),
      channels: reader.takeOne('kênh', readChannels),
      case: reader.take('trường hợp'),
      group: reader.take('nhóm'),
      condition: reader.takeOne('khi', readCondition),
    };
  });
}

function readCount(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** Channels apart by commas or lines; undefined when one of them is none. */
export function readChannels(text: string): readonly Channel[] | undefined {
  const parts = text.split(/[,;\n]/).filter((part) => part.trim() !== '');
  const found = parts.flatMap((part) => readChannel(part) ?? []);
  return found.length === parts.length && found.length > 0 ? [...new Set(found)] : undefined;
}

export function readResult(line: string): ResultKind {
  return whole(line, (reader) => ({ name: reader.head, code: reader.take('mã') }));
}

export function readQuestion(line: string, index: number): Question {
  return whole(line, (reader) => {
    const code = reader.take('mã') ?? `hoi-${index + 1}`;
    const options = reader.takeRest().map(({ key, value }) => ({ code: key, name: value === '' ? key : value }));
    return { code, text: reader.head, options };
  });
}

function whole<T>(line: string, read: (reader: LineReader) => T): T {
  const reader = new LineReader(line);
  const item = read(reader);
  reader.end();
  return item;
}
