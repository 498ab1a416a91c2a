import type { Context } from './context.ts';

/** What the words of an act are made from. */
export interface ActDetail {
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | undefined;
  readonly recordId: string;
}

/** The predicate of a sentence that begins with who acted: "đổi tên phòng", or made from what changed. */
export type ActionWords = string | ((detail: ActDetail) => string);

/** The name of a field, and how its values are written where they are codes. */
export type FieldWords = string | { readonly name: string; readonly value: (value: unknown) => string };

/** A type of record in the log. */
export interface RecordWords {
  /** "kế hoạch", "tài khoản". */
  readonly name: string;
  /** Who may read the history of such records: those who hold this for the whole unit. */
  readonly permission: string;
  /** Asked as well when it is given, for records that only some of a unit may see; allows more or less. */
  readonly mayRead?: (ctx: Context, recordId: string) => Promise<boolean>;
}

/** What a module gives. */
export interface ActWords {
  readonly actions?: Readonly<Record<string, ActionWords>>;
  readonly fields?: Readonly<Record<string, FieldWords>>;
  readonly records?: Readonly<Record<string, RecordWords>>;
}

const actions = new Map<string, { readonly words: ActionWords; readonly fields: ActWords['fields'] }>();
const records = new Map<string, RecordWords>();

/** Adds a module's words; an action or type of record said twice is a mistake. */
export function addActWords(module: ActWords): void {
  for (const [action, words] of Object.entries(module.actions ?? {})) {
    const former = actions.get(action);
    if (former && former.words !== words) throw new Error(`two modules give words for ${action}`);
    actions.set(action, { words, fields: module.fields });
  }
  for (const [type, words] of Object.entries(module.records ?? {})) {
    const former = records.get(type);
    if (former && former !== words) throw new Error(`two modules give words for the record ${type}`);
    records.set(type, words);
  }
}

/** The words of an act; undefined when no module gives any. */
export function findActionWords(action: string): ActionWords | undefined {
  return actions.get(action)?.words;
}

/** The fields of the module of an action with their words, in the order people read them. */
export function fieldsOf(action: string): Readonly<Record<string, FieldWords>> {
  return actions.get(action)?.fields ?? {};
}

/** The words of a type of record; undefined when no module gives any. */
export function findRecordWords(type: string): RecordWords | undefined {
  return records.get(type);
}

/** Every action that has words, for choosing one in the log. */
export function allActions(): readonly string[] {
  return [...actions.keys()];
}

/** Every type of record that has words. */
export function allRecordTypes(): readonly (readonly [string, RecordWords])[] {
  return [...records];
}
