import { type ColumnKind, kindOfHeading } from './columns.ts';
import { itemText, type Passage } from './passage.ts';

/** A labelled value of the text: "Đơn vị chủ trì: Công chức Tư pháp". */
export interface Labelled {
  readonly kind: ColumnKind;
  readonly label: string;
  readonly value: Passage;
}

const person =
  '(?:(?:cơ quan|đơn vị|bộ phận|người|cá nhân|công chức|cán bộ|phòng|ban|trách nhiệm)[,/ ]*(?:và |thực hiện )?)*';
const word = `(?:${person}(?:chủ trì|phối hợp|thực hiện|chịu trách nhiệm|phụ trách)(?: thực hiện| tham mưu| chính)?|trách nhiệm|phân công|(?:thời gian|thời hạn|tiến độ|thời điểm)(?: hoàn thành| thực hiện| triển khai)*|hoàn thành|(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra)(?:\\s*[/,]\\s*(?:sản phẩm|kết quả))?(?: đầu ra| dự kiến| cần đạt| hoàn thành| thực hiện| đạt được)*)`;
const atStart = new RegExp(`^[-–—•*+(\\[\\s]*(${word})\\s*:\\s*`, 'iu');
const inside = new RegExp(`(?:^|[;.,(\\[]\\s*|[-–+]\\s+)(${word})\\s*:\\s*`, 'giu');

const capitalised = new RegExp(`(?<=[^;.,:(\\[\\s–-])\\s+(?=${word}\\s*:)`, 'giu');

/** Text with a semicolon before each label that begins with a capital in the middle of it. */
export function separateLabels(text: string): string {
  return text.replace(capitalised, (space, at: number) =>
    /\p{Lu}/u.test(text.charAt(at + space.length)) ? '; ' : space,
  );
}

/** True when the text has labels of a task: one at its start, or several inside it. */
export function hasLabel(text: string): boolean {
  return opensWithLabel(text) || [...text.matchAll(inside)].length > 1;
}

/** True when the text opens with a label of a task ("- Thời gian thực hiện: …"). */
export function opensWithLabel(text: string): boolean {
  return atStart.test(text);
}

/**
 * Cuts text at its labels: what stands before the first one, and each labelled value. "(Chủ trì: A; phối hợp: B;
 * thời gian: Quý I)" gives three values. Undefined when it has no label that says who, what or when.
 */
export function cutAtLabels(passage: Passage): { before: string; labelled: Labelled[] } | undefined {
  const matches = [...passage.text.matchAll(inside)];
  const first = matches[0];
  if (!first) return undefined;
  if (matches.length < 2 && !opensWithLabel(passage.text)) return undefined;
  const labelled = matches.map((match, index): Labelled => {
    const end = matches[index + 1]?.index ?? passage.text.length;
    const value = passage.text.slice(match.index + match[0].length, end);
    const label = match[1] ?? '';
    return { kind: kindOfHeading(label), label, value: { text: itemText(closed(value)), lines: passage.lines } };
  });
  const stop = first[0].startsWith('.') ? '.' : '';
  return { before: `${passage.text.slice(0, first.index).trim()}${stop}`, labelled };
}

/** The value without the bracket that closed the whole list of labels. */
function closed(value: string): string {
  const trimmed = value.trim().replace(/[.;]+$/u, '');
  const opened = trimmed.split('(').length - 1;
  const shut = trimmed.split(')').length - 1;
  return shut > opened && trimmed.endsWith(')') ? trimmed.slice(0, -1) : trimmed.replace(/\]$/u, '');
}
