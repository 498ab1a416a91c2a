import type { Id } from '#kernel/brands.ts';
import { isUuid } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Named } from '../store/assignees.ts';
import { type Read, readDay, readNames, readSource, readUrgency, readWeight } from './cell-values.ts';
import { type sourceNames, type TaskColumn, taskColumns, type urgencyNames } from './columns.ts';
import type { KnownTask, KnownWork } from './known-work.ts';

/** A row below the heading: its number as Excel counts, and its cells as text. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<TaskColumn, string>>;
  /** The columns that the sheet has; of others nothing is said. */
  readonly has: ReadonlySet<TaskColumn>;
}

/** What is wrong with a cell. */
export interface CellError {
  readonly row: number;
  readonly column: TaskColumn;
  readonly value: string;
  readonly message: string;
}

interface Wanted {
  readonly row: number;
  readonly content: string;
  readonly outputs: { readonly title: string; readonly due: PlainDate }[];
  readonly lead: Named;
  readonly coordinators: readonly Named[];
  readonly watchers: readonly Named[];
  readonly weight: number;
  readonly urgency: keyof typeof urgencyNames;
}

/** A task that the sheet adds. */
export interface AddedTask extends Wanted {
  readonly source: Exclude<keyof typeof sourceNames, 'plan'>;
  readonly sourceWords: string;
  readonly fieldCode: string | undefined;
}

/** A task that the sheet names by its id, with what is to become different. */
export interface ChangedTask {
  readonly row: number;
  readonly task: KnownTask;
  readonly form: {
    readonly content?: string;
    readonly lead?: Named;
    readonly coordinators?: readonly Named[];
    readonly watchers?: readonly Named[];
    readonly weight?: number;
    readonly urgency?: keyof typeof urgencyNames;
  };
}

export interface CheckedSheet {
  readonly added: readonly AddedTask[];
  readonly changed: readonly ChangedTask[];
  readonly same: readonly { readonly row: number; readonly content: string }[];
  readonly errors: readonly CellError[];
}

/** Holds every row against what is known: what would be added, changed or stay, and each cell that is wrong, at once. */
export function checkRows(rows: readonly SheetRow[], known: KnownWork): CheckedSheet {
  const check = new SheetCheck(known);
  for (const row of rows) {
    if (row.cells.id === '') check.addNew(row);
    else check.addKnown(row);
  }
  return check.result();
}

class SheetCheck {
  readonly #known: KnownWork;
  readonly #errors: CellError[] = [];
  readonly #added = new Map<string, AddedTask>();
  readonly #changed = new Map<string, ChangedTask>();
  readonly #first = new Map<string, number>();

  constructor(known: KnownWork) {
    this.#known = known;
  }

  result(): CheckedSheet {
    const changed = [...this.#changed.values()];
    const differs = ({ form }: ChangedTask) => Object.keys(form).length > 0;
    return {
      added: [...this.#added.values()],
      changed: changed.filter(differs),
      same: changed.filter((one) => !differs(one)).map(({ row, task }) => ({ row, content: task.content })),
      errors: this.#errors,
    };
  }

  addNew(row: SheetRow): void {
    const { cells } = row;
    const before = this.#errors.length;
    const wanted = this.#wanted(row);
    const source = this.#read(row, 'source', readSource);
    if (source === 'plan') this.#wrong(row, 'source', 'Nhiệm vụ của kế hoạch chỉ thêm bằng bản sửa đổi kế hoạch.');
    if ((source === 'document' || source === 'meeting') && cells.sourceWords === '')
      this.#wrong(row, 'sourceWords', 'Xin ghi số văn bản hoặc cuộc họp giao việc.');
    const fieldCode = this.#field(row);
    if (wanted) this.#refuseTwice(row, wanted);
    if (!wanted || this.#errors.length > before || source === undefined || source === 'plan') return;
    const key = [wanted.content, cells.lead, cells.sourceWords].map(foldWords).join('|');
    const former = this.#added.get(key);
    if (former) former.outputs.push(...wanted.outputs);
    else this.#added.set(key, { ...wanted, source, sourceWords: cells.sourceWords, fieldCode });
  }

  addKnown(row: SheetRow): void {
    const { cells } = row;
    const task = isUuid(cells.id) ? this.#known.tasks.get(cells.id) : undefined;
    if (!task) {
      this.#wrong(row, 'id', 'Không có việc nào mang mã này. Để trống ô nếu là việc mới.');
      return;
    }
    if (task.dropped) {
      this.#wrong(row, 'id', 'Việc này đã thôi thực hiện nên không sửa được nữa.');
      return;
    }
    this.#refuseMovedOutput(row, task);
    if (row.has.has('sourceWords') && foldWords(cells.sourceWords) !== foldWords(task.sourceWords))
      this.#wrong(row, 'sourceWords', 'Căn cứ không đổi bằng bảng. Xin để như khi xuất.');
    const former = this.#changed.get(task.id);
    if (former) this.#refuseOtherwise(row, former);
    else this.#changed.set(task.id, { row: row.row, task, form: this.#formOf(row, task) });
  }

  #formOf(row: SheetRow, task: KnownTask): ChangedTask['form'] {
    const { cells } = row;
    const content = cells.content !== task.content ? this.#newContent(row, task) : undefined;
    const lead = this.#newLead(row, task);
    const coordinators = this.#newParts(row, task, 'coordinator');
    const watchers = this.#newParts(row, task, 'watcher');
    const weight = cells.weight === '' ? undefined : this.#read(row, 'weight', readWeight);
    const urgency = cells.urgency === '' ? undefined : this.#read(row, 'urgency', readUrgency);
    return {
      ...(content === undefined ? {} : { content }),
      ...(lead === undefined ? {} : { lead }),
      ...(coordinators === undefined ? {} : { coordinators }),
      ...(watchers === undefined ? {} : { watchers }),
      ...(weight === undefined || weight === task.weight ? {} : { weight }),
      ...(urgency === undefined || urgency === task.urgency ? {} : { urgency }),
    };
  }

  #newContent(row: SheetRow, task: KnownTask): string | undefined {
    const { content } = row.cells;
    if (task.source === 'plan') this.#wrong(row, 'content', 'Nội dung nhiệm vụ của kế hoạch không đổi bằng bảng.');
    else if (content.length < 3) this.#wrong(row, 'content', 'Xin ghi nội dung, ít nhất 3 ký tự.');
    else return content;
    return undefined;
  }

  #newLead(row: SheetRow, task: KnownTask): Named | undefined {
    const { lead } = row.cells;
    if (foldWords(lead) === foldWords(task.holderName)) return undefined;
    const named = this.#name(row, 'lead', lead);
    const isSame = named?.id === task.positionId || named?.id === task.personId;
    return isSame ? undefined : named;
  }

  #newParts(row: SheetRow, task: KnownTask, role: 'coordinator' | 'watcher'): readonly Named[] | undefined {
    const column = role === 'coordinator' ? ('coordinators' as const) : ('watchers' as const);
    if (!row.has.has(column)) return undefined;
    const names = readNames(row.cells[column]);
    const former = task.parts.filter((part) => part.role === role);
    const words = (some: readonly string[]) => some.map(foldWords).sort().join('|');
    if (words(names) === words(former.map((part) => part.name))) return undefined;
    const ofPlan = new Set(former.filter((part) => part.fromPlan).map((part) => foldWords(part.name)));
    return names.filter((name) => !ofPlan.has(foldWords(name))).flatMap((name) => this.#name(row, column, name) ?? []);
  }

  #refuseMovedOutput(row: SheetRow, task: KnownTask): void {
    const { output, due } = row.cells;
    const same = task.outputs.filter((one) => foldWords(one.title) === foldWords(output));
    if (same.length === 0) {
      this.#wrong(
        row,
        'output',
        'Sản phẩm này không có trong việc đã giao. Thêm sản phẩm bằng một dòng mới không ghi mã.',
      );
      return;
    }
    const day = due === '' ? { value: null } : readDay(due);
    if ('wrong' in day) this.#wrong(row, 'due', day.wrong);
    else if (!same.some((one) => one.due === day.value)) {
      const days = same.map((one) => (one.due === null ? 'chưa có' : formatDate(one.due))).join(', ');
      this.#wrong(row, 'due', `Hạn đang là ${days}. Dời hạn bằng đề nghị gia hạn, không bằng bảng.`);
    }
  }

  /** Rows of one task say the same of it, but for output and day. */
  #refuseOtherwise(row: SheetRow, former: ChangedTask): void {
    const other = JSON.stringify(this.#formOf(row, former.task)) !== JSON.stringify(former.form);
    if (other)
      this.#wrong(row, 'id', `Các ô của việc này khác với dòng ${former.row} của cùng việc. Xin ghi như nhau.`);
  }

  #wanted(row: SheetRow): Wanted | undefined {
    const { cells } = row;
    const due = cells.due === '' ? this.#wrong(row, 'due', 'Xin ghi hạn.') : this.#read(row, 'due', readDay);
    if (due !== undefined && due < this.#known.today)
      this.#wrong(row, 'due', `Hạn không được ở trước hôm nay (${formatDate(this.#known.today)}).`);
    if (cells.content.length < 3) this.#wrong(row, 'content', 'Xin ghi nội dung, ít nhất 3 ký tự.');
    if (cells.output.length < 2) this.#wrong(row, 'output', 'Xin ghi sản phẩm cần nộp.');
    const lead =
      cells.lead === '' ? this.#wrong(row, 'lead', 'Xin ghi ai chủ trì.') : this.#name(row, 'lead', cells.lead);
    const names = (column: 'coordinators' | 'watchers') =>
      readNames(cells[column]).flatMap((name) => this.#name(row, column, name) ?? []);
    const [coordinators, watchers] = [names('coordinators'), names('watchers')];
    const weight = this.#read(row, 'weight', readWeight);
    const urgency = this.#read(row, 'urgency', readUrgency);
    if (!lead || due === undefined || weight === undefined || urgency === undefined) return undefined;
    const { content } = cells;
    return {
      row: row.row,
      content,
      outputs: [{ title: cells.output, due }],
      lead,
      coordinators,
      watchers,
      weight,
      urgency,
    };
  }

  #refuseTwice(row: SheetRow, { content, outputs }: Wanted): void {
    const key = JSON.stringify([foldWords(content), outputs.map((one) => [foldWords(one.title), one.due])]);
    const first = this.#first.get(key);
    if (first !== undefined) this.#wrong(row, 'content', `Trùng với dòng ${first}: cùng nội dung, sản phẩm và hạn.`);
    this.#first.set(key, first ?? row.row);
    const isThere = (this.#known.byContent.get(foldWords(content)) ?? []).some((task) =>
      outputs.some((one) =>
        task.outputs.some((old) => old.due === one.due && foldWords(old.title) === foldWords(one.title)),
      ),
    );
    if (isThere)
      this.#wrong(
        row,
        'content',
        'Việc này đã được giao trước đó, cùng sản phẩm và hạn. Xin bỏ dòng hoặc ghi mã việc.',
      );
  }

  #field(row: SheetRow): string | undefined {
    const { field } = row.cells;
    if (field === '') return undefined;
    const code = this.#known.fields.get(foldWords(field));
    if (!code) this.#wrong(row, 'field', 'Không có lĩnh vực này. Xin chọn một lĩnh vực cải cách hành chính.');
    return code;
  }

  #name(row: SheetRow, column: TaskColumn, text: string): Named | undefined {
    return this.#taken(row, column, this.#known.name(text));
  }

  #read<T>(row: SheetRow, column: TaskColumn, read: (text: string) => Read<T>): T | undefined {
    return this.#taken(row, column, read(row.cells[column]));
  }

  #taken<T>(row: SheetRow, column: TaskColumn, read: Read<T>): T | undefined {
    if ('value' in read) return read.value;
    this.#wrong(row, column, read.wrong);
    return undefined;
  }

  #wrong(row: SheetRow, column: TaskColumn, message: string): undefined {
    this.#errors.push({ row: row.row, column, value: row.cells[column], message });
  }
}

/** The heading of a column, as its errors name it. */
export function headingOf(column: TaskColumn): string {
  return taskColumns.find(({ key }) => key === column)?.heading ?? column;
}

/** The ids and contents that rows name, to be looked up before they are checked. */
export function namedIn(rows: readonly SheetRow[]): { ids: Id[]; contents: string[] } {
  return {
    ids: rows.map((row) => row.cells.id).filter((id): id is Id => isUuid(id)),
    contents: rows.map((row) => row.cells.content),
  };
}
