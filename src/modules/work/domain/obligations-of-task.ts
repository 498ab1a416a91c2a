import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { DueRule } from '#modules/plan/domain/due-rule.ts';
import { dueDaysOfRule } from './due-day.ts';
import type { WantedObligation } from './obligation.ts';

/** A task of the version in force with what it is to bring forth and when. */
export interface PlannedTask {
  readonly id: Id;
  readonly content: string;
  readonly outputs: readonly { readonly id: Id; readonly content: string }[];
  /** `outputId` null: of the work as a whole, and so of every output without a rule of its own. */
  readonly rules: readonly { readonly id: Id; readonly outputId: Id | null; readonly rule: DueRule }[];
}

type Output = PlannedTask['outputs'][number];
type Rule = PlannedTask['rules'][number];

/** Reports on something of its own, which the periodic report on the plan does not bring. */
const ownSubject = /\b(?:khao sat|cham diem|chi so|danh gia|tu danh gia|kiem tra|thanh tra|quyet toan|chuyen de)\b/;
const onCarryingOut = /\b(?:thuc hien|trien khai|cai cach hanh chinh|cchc|dinh ky|quy|6 thang|9 thang|nam)\b/;

/** Whether an output is a report on carrying out the plan ("Báo cáo kết quả thực hiện"), which a periodic report brings. */
export function isReport(output: string): boolean {
  const words = foldWords(output);
  if (!words.startsWith('bao cao')) return false;
  return words === 'bao cao' || (onCarryingOut.test(words) && !ownSubject.test(words));
}

const longestTitle = 300;

function titleOf(task: PlannedTask, output: Output | undefined, rule: DueRule | undefined): string {
  const text = output?.content ?? (rule?.appliesTo || task.content);
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text;
}

const unspecified: DueRule = { kind: 'unspecified', appliesTo: '' };

function wantedFor(
  task: PlannedTask,
  output: Output | undefined,
  rule: Rule | undefined,
  planYear: number,
  calendar: WorkingCalendar,
): WantedObligation[] {
  const title = titleOf(task, output, rule?.rule);
  const report = output !== undefined && isReport(output.content);
  return dueDaysOfRule(rule?.rule ?? unspecified, planYear, calendar).map((day) => ({
    taskId: task.id,
    outputId: output?.id ?? null,
    ruleId: rule?.id ?? null,
    kind: day.kind,
    title,
    // Plans and decisions of a quarter come once; only reports are of their period.
    period: rule?.rule.kind === 'periodic' || report ? day.period : '',
    report,
    startsOn: day.startsOn,
    due: day.due,
    dueWords: day.dueWords,
    dueSteps: day.steps,
  }));
}

/**
 * What a task of a plan's year obliges to: each output by its own rules, outputs without any by the rules of the work as
 * a whole, and where neither says when, without a day. A rule of the whole for which no output is left ("Tổ chức thực
 * hiện: thường xuyên") is an obligation of its own; so is a task without outputs.
 */
export function obligationsOfTask(
  task: PlannedTask,
  planYear: number,
  calendar: WorkingCalendar,
): readonly WantedObligation[] {
  const want = (output: Output | undefined, rule: Rule | undefined) =>
    wantedFor(task, output, rule, planYear, calendar);
  const known = new Set(task.outputs.map(({ id }) => id));
  const isOwn = ({ outputId }: Rule) => outputId !== null && known.has(outputId);
  const general = task.rules.filter((rule) => !isOwn(rule));
  const left = task.outputs.filter((output) => !task.rules.some(({ outputId }) => outputId === output.id));
  const ofOutputs = task.outputs.flatMap((output) => {
    const own = task.rules.filter(({ outputId }) => outputId === output.id);
    if (own.length > 0) return own.flatMap((rule) => want(output, rule));
    return general.length > 0 ? general.flatMap((rule) => want(output, rule)) : want(output, undefined);
  });
  if (left.length > 0) return ofOutputs;
  const ofWhole = general.flatMap((rule) => want(undefined, rule));
  const nothing = task.outputs.length === 0 && general.length === 0;
  return nothing ? want(undefined, undefined) : [...ofOutputs, ...ofWhole];
}
