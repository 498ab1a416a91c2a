import type { DueRule, PeriodicRule } from '../due-rule.ts';
import { calendarRules } from './calendar-rules.ts';
import { findTimeTokens } from './find-time-tokens.ts';
import { type CalendarToken, isCalendar, spanRule, yearWordsOf } from './time-span.ts';
import type { Modifier, TimeToken } from './time-token.ts';

type TokenOf<Kind extends TimeToken['kind']> = Extract<TimeToken, { kind: Kind }>;

/** A rule with the place of its words in the clause; the words before and after it may say what it is of. */
export interface Draft {
  rule: DueRule;
  readonly from: number;
  to: number;
}

const bounded: ReadonlySet<DueRule['kind']> = new Set(['before', 'date', 'month', 'quarter', 'halfyear', 'year']);

/** Reads the times of one clause from left to right and says what each stands for. */
export class ClauseReader {
  readonly drafts: Draft[] = [];
  readonly #text: string;
  readonly #planYear: number | null;
  readonly #tokens: readonly TimeToken[];
  #modifiers = new Set<Modifier>();
  #modifierFrom: number | undefined;
  #modifierTo = 0;
  #openDays: TokenOf<'day'>[] = [];
  #adHocFrom: number | undefined;
  #plannedFrom: number | undefined;

  constructor(text: string, planYear: number | null) {
    this.#text = text;
    this.#planYear = planYear;
    this.#tokens = withYears(findTimeTokens(text), text, planYear);
  }

  read(): readonly Draft[] {
    for (let index = 0; index < this.#tokens.length; index += 1) {
      const token = this.#tokens[index];
      if (token) index += this.#take(token, index);
    }
    return this.drafts;
  }

  /** Takes a token and returns how many of the following ones went with it. */
  #take(token: TimeToken, index: number): number {
    if (token.kind === 'modifier') {
      this.#addModifier(token);
      return 0;
    }
    if (isCalendar(token)) return this.#takeCalendar(token, index);
    switch (token.kind) {
      case 'day':
        this.#takeBareDay(token);
        break;
      case 'frequency':
      case 'reportMonth':
        this.#takeRhythm(token);
        break;
      case 'standing':
        this.#takeStanding(token);
        break;
      case 'guided':
        this.#takeGuided(token, index);
        break;
      case 'trigger':
        this.#takeTrigger(token);
        break;
      case 'adHoc':
        this.#takeAdHoc(token);
        break;
      default:
        break;
    }
    return 0;
  }

  #between(from: number, to: number): string {
    return this.#text.slice(from, to).trim();
  }

  #addModifier(token: TokenOf<'modifier'>): void {
    if (this.#modifierFrom !== undefined && this.#between(this.#modifierTo, token.from) !== '') this.#dropModifiers();
    this.#modifierFrom ??= token.from;
    this.#modifierTo = token.to;
    this.#modifiers.add(token.modifier);
  }

  #dropModifiers(): void {
    this.#modifiers = new Set();
    this.#modifierFrom = undefined;
  }

  /** The words that bind a time, when they stand directly before it. */
  #takeModifiers(token: TimeToken): { modifiers: ReadonlySet<Modifier>; from: number } {
    const near = this.#modifierFrom !== undefined && this.#between(this.#modifierTo, token.from) === '';
    const taken = near
      ? { modifiers: this.#modifiers, from: this.#modifierFrom ?? token.from }
      : { modifiers: new Set<Modifier>(), from: token.from };
    this.#dropModifiers();
    return taken;
  }

  #push(rule: DueRule, place: { from: number; to: number }): void {
    this.drafts.push({ rule, from: place.from, to: place.to });
  }

  #takeCalendar(token: CalendarToken, index: number): number {
    const { modifiers, from } = this.#takeModifiers(token);
    const span = this.#spanAfter(token, index, modifiers);
    if (span) {
      this.#push(spanRule(token, span.end, this.#planYear), { from, to: span.end.to });
      return span.taken;
    }
    const carried = modifiers.size === 0 ? this.#carriedModifiers(token.from) : modifiers;
    for (const rule of calendarRules(token, carried, this.#planYear)) this.#push(rule, { from, to: token.to });
    return 0;
  }

  /** "Chậm nhất ngày 15/01 (dự toán) và ngày 31/7": the second day is bound as the first. */
  #carriedModifiers(from: number): ReadonlySet<Modifier> {
    const last = this.drafts.at(-1);
    if (last?.rule.kind !== 'before') return new Set();
    const between = this.#between(last.to, from)
      .replace(/\([^)]*\)/gu, '')
      .trim();
    if (!/^(?:và|,|,\s*và|&)$/u.test(between)) return new Set();
    return new Set<Modifier>(last.rule.latest ? ['latest'] : ['before']);
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
    const leads = next?.kind === 'modifier' && next.modifier === 'until' && modifiers.has('from');
    const close = next && end && this.#between(token.to, next.from) === '' && this.#between(next.to, end.from) === '';
    return leads && close && isCalendar(end) ? { end, taken: 2 } : undefined;
  }

  #takeBareDay(token: TokenOf<'day'>): void {
    const { from } = this.#takeModifiers(token);
    const last = this.drafts.at(-1);
    if (last?.rule.kind === 'periodic' && last.rule.dueDay === undefined && this.#openDays.length === 0) {
      last.rule = { ...last.rule, dueDay: token.day };
      last.to = token.to;
      return;
    }
    this.#openDays.push({ ...token, from });
  }

  #takeRhythm(token: TokenOf<'frequency'> | TokenOf<'reportMonth'>): void {
    const last = this.drafts.at(-1);
    const { from } = this.#takeModifiers(token);
    if (token.kind === 'reportMonth' && last?.rule.kind === 'periodic') {
      last.rule = { ...last.rule, ...reportMonth(token) };
      last.to = token.to;
      return;
    }
    if (token.kind === 'frequency' && this.#isYearly(token, last)) return;
    if (token.kind === 'frequency' && !this.#isRhythm(token)) return;
    const rule: PeriodicRule = {
      kind: 'periodic',
      year: this.#planYear,
      frequency: token.units,
      appliesTo: '',
      ...(token.units.length === 0 ? ({ frequencyUnstated: true } as const) : {}),
      ...(token.kind === 'reportMonth' ? reportMonth(token) : {}),
      ...(this.#adHocFrom === undefined ? {} : ({ adHoc: true } as const)),
      ...(this.#plannedFrom === undefined ? {} : ({ alsoAsPlanned: true } as const)),
    };
    const start = Math.min(from, this.#adHocFrom ?? from, this.#plannedFrom ?? from);
    for (const day of this.#openDays) this.#push({ ...rule, dueDay: day.day }, { from: day.from, to: token.to });
    if (this.#openDays.length === 0) this.#push(rule, { from: start, to: token.to });
    this.#openDays = [];
    this.#adHocFrom = undefined;
    this.#plannedFrom = undefined;
  }

  /** "Tháng 12 hằng năm": the year's rhythm says nothing that the month does not. */
  #isYearly(token: TokenOf<'frequency'>, last: Draft | undefined): boolean {
    if (!last || !bounded.has(last.rule.kind) || token.units.join() !== 'year') return false;
    if (this.#between(last.to, token.from) !== '') return false;
    last.rule = { ...last.rule, note: this.#between(token.from, token.to) };
    last.to = token.to;
    return true;
  }

  /** A single "năm" or "quý" is a rhythm at the end of its words, not in "năm học". */
  #isRhythm(token: TokenOf<'frequency'>): boolean {
    if (token.said || this.#openDays.length > 0) return true;
    const after = this.#text.slice(token.to).trimStart();
    return !/^[\p{L}\d]/u.test(after) || this.#tokens.some((next) => next.from === this.#text.length - after.length);
  }

  #takeStanding(token: TokenOf<'standing'>): void {
    const last = this.drafts.at(-1);
    if (last?.rule.kind === 'standing') last.to = token.to;
    else this.#push({ kind: 'standing', year: this.#planYear, appliesTo: '' }, token);
  }

  #takeGuided(token: TokenOf<'guided'>, index: number): void {
    const next = this.#tokens[index + 1];
    const last = this.drafts.at(-1);
    const isPlan =
      token.noun === 'kế hoạch' && token.by === this.#between(token.from, token.to).slice(-token.by.length);
    if (
      isPlan &&
      next?.kind === 'frequency' &&
      /^(?:và|,|hoặc)?(?:\s*theo)?$/u.test(this.#between(token.to, next.from))
    ) {
      this.#plannedFrom = token.from;
      return;
    }
    if (!last || /^(?:hoặc|và)/u.test(this.#between(last.to, token.from))) {
      this.#push({ kind: 'asGuided', by: token.by, appliesTo: '' }, token);
      return;
    }
    const says = !/^qu[yi] định$/u.test(token.by.toLowerCase());
    if (says) last.rule = { ...last.rule, note: this.#between(token.from, token.to) };
    last.to = token.to;
  }

  #takeTrigger(token: TokenOf<'trigger'>): void {
    const { from } = this.#takeModifiers(token);
    const last = this.drafts.at(-1);
    const alternative = last && last.rule.kind !== 'standing' && /(?:hoặc|và)$/u.test(this.#between(last.to, from));
    if (last && !alternative) {
      last.rule = { ...last.rule, note: this.#between(from, token.to) };
      last.to = token.to;
      return;
    }
    const within = token.days === undefined ? {} : { withinDays: token.days };
    const working = token.workingDays ? ({ workingDays: true } as const) : {};
    this.#push(
      { kind: 'onTrigger', trigger: token.trigger, ...within, ...working, appliesTo: '' },
      { from, to: token.to },
    );
  }

  #takeAdHoc(token: TokenOf<'adHoc'>): void {
    const last = this.drafts.at(-1);
    const words = this.#between(token.from, token.to);
    if (last?.rule.kind === 'periodic') last.rule = { ...last.rule, adHoc: true };
    else if (last) last.rule = { ...last.rule, note: words.replace(/^(?:và|hoặc)\s+/u, '') };
    else if (this.#tokens.some((next) => next.kind === 'frequency')) this.#adHocFrom = token.from;
    else this.#push({ kind: 'onTrigger', trigger: words, appliesTo: '' }, token);
    if (last) last.to = token.to;
  }
}

function reportMonth(token: TokenOf<'reportMonth'>): { dueInLastMonth: true } | { dueInNextMonth: true } {
  return token.month === 'last' ? { dueInLastMonth: true } : { dueInNextMonth: true };
}

/** Order of a time within a year, to see which of two comes first. */
function orderOf(token: CalendarToken): number {
  if (token.kind === 'day') return token.month * 100 + token.day;
  return 'items' in token ? (token.items[0]?.value ?? 0) : 0;
}

function isOpen(token: CalendarToken): boolean {
  const words = yearWordsOf(token);
  return words.year === undefined && words.nextYear === undefined;
}

/** "30/6 và 30/12/2022": a time without a year takes that of the next one of its kind, if it then comes before it. */
function withYears(tokens: readonly TimeToken[], text: string, planYear: number | null): TimeToken[] {
  const dated = [...tokens];
  for (let index = dated.length - 2; index >= 0; index -= 1) {
    const token = dated[index];
    const next = dated.slice(index + 1).find(isCalendar);
    if (!isCalendar(token) || !next || next.kind !== token.kind || !isOpen(token)) continue;
    const { year } = yearWordsOf(next);
    const apart = text.slice(token.to, next.from).replace(/\([^)]*\)/gu, '');
    const near = year === planYear || /^\s*(?:,|và|hoặc|-|–|&|,\s*và)?\s*(?:\p{L}+\s*){0,2}$/u.test(apart);
    if (year === undefined || !near || orderOf(token) > orderOf(next)) continue;
    if ('items' in token) dated[index] = { ...token, items: token.items.map((item) => ({ ...item, year })) };
    else dated[index] = { ...token, year };
  }
  return dated;
}
