import { calendarRules } from './calendar-rules.ts';
import { findTimeTokens } from './find-time-tokens.ts';
import { type CalendarToken, isCalendar, isOpen, spanRule, yearWordsOf } from './time-span.ts';
import type { Modifier, TimeRule, TimeToken } from './time-token.ts';

type TokenOf<Kind extends TimeToken['kind']> = Extract<TimeToken, { kind: Kind }>;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** A rule with the place of its words in the clause; the words before and after it may say what it is of. */
export interface Draft {
  rule: TimeRule;
  readonly from: number;
  to: number;
}

const bounded: ReadonlySet<TimeRule['kind']> = new Set(['before', 'date', 'month', 'quarter', 'halfyear', 'year']);

/** Reads the times of one clause from left to right and says what each stands for. */
export class ClauseReader {
  readonly #drafts: Draft[] = [];
  readonly #text: string;
  readonly #planYear: number | null;
  readonly #tokens: readonly TimeToken[];
  /** "Ngày 15 và ngày 30" before the rhythm they belong to. */
  #openDays: (Place & { readonly day: number })[] = [];
  #adHocFrom: number | undefined;
  #plannedFrom: number | undefined;

  constructor(text: string, planYear: number | null) {
    this.#text = text;
    this.#planYear = planYear;
    this.#tokens = withYears(findTimeTokens(text));
  }

  read(): readonly Draft[] {
    let skipped = 0;
    for (const [index, token] of this.#tokens.entries()) {
      if (skipped > 0) skipped -= 1;
      else skipped = this.#take(token, index);
    }
    return this.#drafts;
  }

  /** Takes a token and returns how many of the following ones went with it. */
  #take(token: TimeToken, index: number): number {
    if (isCalendar(token)) return this.#takeCalendar(token, index);
    if (token.kind === 'day') this.#takeBareDay(token, index);
    else if (token.kind === 'frequency') this.#takeFrequency(token);
    else if (token.kind === 'reportMonth') this.#takeReportMonth(token);
    else if (token.kind === 'standing') this.#takeStanding(token);
    else if (token.kind === 'guided') this.#takeGuided(token, index);
    else if (token.kind === 'trigger') this.#takeTrigger(token, index);
    else if (token.kind === 'adHoc') this.#takeAdHoc(token);
    return 0;
  }

  get #last(): Draft | undefined {
    return this.#drafts.at(-1);
  }

  #between(from: number, to: number): string {
    return this.#text.slice(from, to).trim();
  }

  #push(rule: TimeRule, { from, to }: Place): void {
    this.#drafts.push({ rule, from, to });
  }

  /** Adds what further words say to the rule before them. */
  #amend(draft: Draft, rule: TimeRule, to: number): void {
    draft.rule = rule;
    draft.to = to;
  }

  /** The words directly before a time that bind it, and where they begin. */
  #modifiersBefore(index: number): { modifiers: ReadonlySet<Modifier>; from: number } {
    const modifiers = new Set<Modifier>();
    let from = this.#tokens[index]?.from ?? 0;
    for (const token of this.#tokens.slice(0, index).reverse()) {
      if (token.kind !== 'modifier' || this.#between(token.to, from) !== '') break;
      modifiers.add(token.modifier);
      from = token.from;
    }
    return { modifiers, from };
  }

  #takeCalendar(token: CalendarToken, index: number): number {
    const { modifiers, from } = this.#modifiersBefore(index);
    const span = this.#spanAfter(token, index, modifiers);
    if (span) {
      this.#push(spanRule(token, span.end, this.#planYear), { from, to: span.end.to });
      return span.taken;
    }
    const bound = modifiers.size === 0 ? this.#carriedModifiers(token.from) : modifiers;
    for (const rule of calendarRules(token, bound, this.#planYear)) this.#push(rule, { from, to: token.to });
    return 0;
  }

  /** "Chậm nhất ngày 15/01 (dự toán) và ngày 31/7": the second day is bound as the first. */
  #carriedModifiers(from: number): ReadonlySet<Modifier> {
    const last = this.#last;
    if (last?.rule.kind !== 'before') return new Set();
    const joined = /^\s*(?:\([^)]*\))?\s*(?:,|,?\s*và|&)\s*$/u.test(this.#text.slice(last.to, from));
    return joined ? new Set<Modifier>([last.rule.latest ? 'latest' : 'before']) : new Set();
  }

  /** The end of a span that begins with this token: "từ tháng 3 đến hết quý III", "15/11 - 20/12". */
  #spanAfter(
    token: CalendarToken,
    index: number,
    modifiers: ReadonlySet<Modifier>,
  ): { end: CalendarToken; taken: number } | undefined {
    const next = this.#tokens[index + 1];
    if (isCalendar(next) && next.kind === token.kind && /^[-–—]$/u.test(this.#between(token.to, next.from))) {
      return { end: next, taken: 1 };
    }
    const end = this.#tokens[index + 2];
    if (next?.kind !== 'modifier' || next.modifier !== 'until' || !modifiers.has('from') || !isCalendar(end)) {
      return undefined;
    }
    return this.#between(token.to, next.from) + this.#between(next.to, end.from) === '' ? { end, taken: 2 } : undefined;
  }

  #takeBareDay({ day, to }: TokenOf<'day'>, index: number): void {
    const last = this.#last;
    if (last?.rule.kind === 'periodic' && last.rule.dueDay === undefined) {
      this.#amend(last, { ...last.rule, dueDay: day }, to);
    } else if (last?.rule.kind === 'periodic') this.#push({ ...last.rule, dueDay: day }, { from: last.to, to });
    else this.#openDays.push({ day, from: this.#modifiersBefore(index).from, to });
  }

  #takeReportMonth(token: TokenOf<'reportMonth'>): void {
    const last = this.#last;
    const month = token.month === 'last' ? { dueInLastMonth: true as const } : { dueInNextMonth: true as const };
    if (last?.rule.kind === 'periodic') this.#amend(last, { ...last.rule, ...month }, token.to);
    else this.#pushPeriodic(token, month);
  }

  #takeFrequency(token: TokenOf<'frequency'>): void {
    const last = this.#last;
    if (last && this.#isYearly(token, last)) {
      this.#amend(last, { ...last.rule, note: this.#between(token.from, token.to) }, token.to);
    } else if (this.#isRhythm(token)) this.#pushPeriodic(token, {});
  }

  #pushPeriodic(token: TokenOf<'frequency' | 'reportMonth'>, more: object): void {
    const from = this.#adHocFrom ?? this.#plannedFrom ?? token.from;
    const rule: TimeRule = {
      kind: 'periodic',
      year: this.#planYear,
      frequency: token.units,
      ...(token.units.length === 0 ? { frequencyUnstated: true } : {}),
      ...(this.#adHocFrom === undefined ? {} : { adHoc: true }),
      ...(this.#plannedFrom === undefined ? {} : { alsoAsPlanned: true }),
      ...more,
    };
    for (const day of this.#openDays) this.#push({ ...rule, dueDay: day.day }, { from: day.from, to: token.to });
    if (this.#openDays.length === 0) this.#push(rule, { from, to: token.to });
    this.#openDays = [];
    this.#adHocFrom = undefined;
    this.#plannedFrom = undefined;
  }

  /** "Tháng 12 hằng năm": the year's rhythm says nothing that the month does not. */
  #isYearly(token: TokenOf<'frequency'>, last: Draft): boolean {
    const isYear = token.units.length === 1 && token.units[0] === 'year';
    return isYear && bounded.has(last.rule.kind) && this.#between(last.to, token.from) === '';
  }

  /** A single "năm" or "quý" is a rhythm at the end of its words, not in "năm học". */
  #isRhythm(token: TokenOf<'frequency'>): boolean {
    return (
      token.said ||
      this.#openDays.length > 0 ||
      !/^\s+[\p{L}\d]/u.test(this.#text.slice(token.to)) ||
      this.#isNamed(token)
    );
  }

  /** "Báo cáo năm trước 30/11": the words of a time follow at once. */
  #isNamed(token: TimeToken): boolean {
    return this.#tokens.some((next) => next.from > token.from && this.#between(token.to, next.from) === '');
  }

  #takeStanding(token: TimeToken): void {
    const last = this.#last;
    if (last?.rule.kind === 'standing') last.to = token.to;
    else this.#push({ kind: 'standing', year: this.#planYear }, token);
  }

  #takeGuided(token: TokenOf<'guided'>, index: number): void {
    const next = this.#tokens[index + 1];
    const last = this.#last;
    const isPlan = token.by.toLowerCase() === 'kế hoạch';
    if (isPlan && next?.kind === 'frequency' && /^(?:và|,|hoặc)?$/u.test(this.#between(token.to, next.from))) {
      this.#plannedFrom = token.from;
    } else if (!last || /^(?:hoặc|và)/u.test(this.#between(last.to, token.from))) {
      this.#push({ kind: 'asGuided', by: token.by }, token);
    } else if (/^qu[yi] định$/iu.test(token.by)) last.to = token.to;
    else this.#amend(last, { ...last.rule, note: this.#between(token.from, token.to) }, token.to);
  }

  #takeTrigger(token: TokenOf<'trigger'>, index: number): void {
    const { from } = this.#modifiersBefore(index);
    const last = this.#last;
    const isOther = last?.rule.kind !== 'standing' && /(?:hoặc|và)$/u.test(this.#between(last?.to ?? 0, from));
    if (last && !isOther) {
      this.#amend(last, { ...last.rule, note: this.#between(from, token.to) }, token.to);
      return;
    }
    const { trigger, days: withinDays, workingDays } = token;
    const within = withinDays === undefined ? {} : { withinDays };
    this.#push(
      { kind: 'onTrigger', trigger, ...within, ...(workingDays ? { workingDays } : {}) },
      { from, to: token.to },
    );
  }

  #takeAdHoc(token: TokenOf<'adHoc'>): void {
    const last = this.#last;
    const words = this.#between(token.from, token.to);
    if (last?.rule.kind === 'periodic') this.#amend(last, { ...last.rule, adHoc: true }, token.to);
    else if (last) this.#amend(last, { ...last.rule, note: words.replace(/^(?:và|hoặc)\s+/u, '') }, token.to);
    else if (this.#tokens.some((next) => next.kind === 'frequency')) this.#adHocFrom = token.from;
    else this.#push({ kind: 'onTrigger', trigger: words }, token);
  }
}

/** Order of a time within a year, to see which of two comes first. */
function orderOf(token: CalendarToken): number {
  if (token.kind === 'day') return token.month * 100 + token.day;
  return token.kind === 'month' || token.kind === 'quarter' ? Math.max(...token.items.map((item) => item.value)) : 0;
}

/** "30/6 và 30/12/2022": a time without a year takes that of the next one of its kind, if it then comes before it. */
function withYears(tokens: readonly TimeToken[]): TimeToken[] {
  const dated: TimeToken[] = [];
  for (const token of tokens.toReversed()) {
    const next = dated.find(isCalendar);
    const takes = isCalendar(token) && isOpen(yearWordsOf(token)) && next?.kind === token.kind;
    const { year } = takes ? yearWordsOf(next) : {};
    if (!takes || year === undefined || orderOf(token) > orderOf(next)) dated.unshift(token);
    else if ('items' in token) dated.unshift({ ...token, items: token.items.map((item) => ({ ...item, year })) });
    else dated.unshift({ ...token, year });
  }
  return dated;
}
