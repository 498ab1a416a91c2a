import type { SourceDocument } from '../../source-document.ts';
import type { ReadTask } from '../plan-reading.ts';

export type TornColumn = 'content' | 'outputs' | 'lead' | 'coordinators' | 'deadline';

/** How a table is torn: order and widths of its columns in characters, blank lines, the form of its numbers. */
export interface Tearing {
  readonly order: readonly TornColumn[];
  readonly widths: Readonly<Record<TornColumn, number>>;
  readonly headings: Readonly<Record<TornColumn, string>>;
  /** `none`, `all` after each line, or `cells` also before each cell. */
  readonly blanks: 'none' | 'all' | 'cells';
  readonly dotted: boolean;
}

/** Words of a cell on lines no wider than the column. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The text that extraction leaves of a table: its cells one after another, row by row, their lines apart. */
export function tear(tasks: readonly ReadTask[], tearing: Tearing): SourceDocument {
  const texts = ['KẾ HOẠCH', 'Cải cách hành chính năm 2024', 'Phụ lục 01: Nhiệm vụ cải cách hành chính'];
  texts.push(...wrap(['TT', ...tearing.order.map((column) => tearing.headings[column])].join(' '), 60));
  const emit = (lines: readonly string[]) => {
    if (tearing.blanks === 'cells' && lines.length > 0) texts.push('', '');
    for (const line of lines) texts.push(line, ...(tearing.blanks === 'none' ? [] : ['']));
  };
  tasks.forEach((task, index) => {
    emit([`${index + 1}${tearing.dotted ? '.' : ''}`]);
    for (const column of tearing.order)
      emit(cellOf(task, column).flatMap((item) => wrap(item, tearing.widths[column])));
  });
  const lines = texts.map((text, id) => ({ id, text, lineNo: id + 1 }));
  return { format: 'txt', lines, blocks: lines.map(({ id }) => ({ kind: 'paragraph', lines: [id] })) };
}

function cellOf(task: ReadTask, column: TornColumn): string[] {
  if (column === 'content') return [`${task.content}.`];
  if (column === 'deadline') return task.deadlineText === '' ? [] : listed(task.deadlineText.split(/; (?=[^;]*: )/u));
  return listed(task[column]);
}

function listed(items: readonly string[]): string[] {
  if (items.length < 2) return [...items];
  return items.map((item, index) => `- ${item}${index === items.length - 1 ? '.' : ';'}`);
}
