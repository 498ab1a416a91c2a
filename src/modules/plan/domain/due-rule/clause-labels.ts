import type { Draft } from './clause-reader.ts';
import { findTimeTokens } from './find-time-tokens.ts';

/** Words that join or introduce times and name no output. */
const joining = /^(?:và|hoặc|là|vào|trong|đối|với|cho|gồm|thì|của|theo|được|phải|ngày|cần|việc|để|mỗi|các|đều|cùng)$/iu;
/** Words that only begin with such a word. */
const compound = /^(?:đối (?:chiếu|thoại|tượng|soát|ứng)|theo dõi|cho vay|cho thuê|việc làm)/iu;
/** Labels that say "when" and not "what": "Thời hạn hoàn thành", "02 đợt". */
const generic = /^(?:thời (?:gian|hạn|điểm)|hạn)(?!\p{L})|^(?:ít nhất |tối thiểu )?\d{1,2} ?(?:lần|đợt|kỳ)(?!\p{L})/iu;
const workWords = /^(?:phải )?(?:hoàn thành|hoàn tất|kết thúc|xong|thực hiện|triển khai|dự kiến)(?: xong)?$/iu;
const leadingWork = /^(?:hoàn thành|hoàn tất|kết thúc|xong)(?!\p{L})/iu;
const brackets = /\([^()]*\)|[()]/gu;

/** Words without brackets, marks and joining words at their ends; empty when nothing of a name is left. */
export function nameIn(words: string): string {
  const parts = words.replace(brackets, ' ').split(/[\s,.:;]+/u);
  const isName = (part: string, at: number) =>
    /[\p{L}\d]/u.test(part) && (!joining.test(part) || compound.test(`${part} ${parts[at + 1] ?? ''}`));
  const from = parts.findIndex(isName);
  const to = parts.findLastIndex(isName);
  const first = words.indexOf(parts[from] ?? '');
  const last = parts[to] ?? '';
  if (from < 0) return '';
  const name = words
    .slice(first, words.lastIndexOf(last) + last.length)
    .replace(brackets, ' ')
    .replace(/\s+/gu, ' ');
  return generic.test(name) ? '' : name;
}

/** True when words are a time and nothing else. */
export function isTime(text: string): boolean {
  const tokens = findTimeTokens(text).toReversed();
  const rest = tokens.reduce((left, token) => left.slice(0, token.from) + left.slice(token.to), text);
  return tokens.length > 0 && nameIn(rest) === '';
}

/** True for a bracket that names an output ("(báo cáo năm)") and holds no time of its own. */
function namesOutput(bracket: string): boolean {
  const inside = bracket.slice(1, -1);
  return !isTime(inside) && findTimeTokens(inside).every((token) => token.kind === 'frequency' && !token.said);
}

/** Blanks out brackets that name an output, so that "(báo cáo năm)" is not taken for a rhythm. */
export function withoutNames(text: string): string {
  return text.replace(/\([^()]*\)/gu, (bracket) =>
    namesOutput(bracket) ? `(${'·'.repeat(bracket.length - 2)})` : bracket,
  );
}

/** Name in brackets right after a time: "ngày 31/7 (quyết toán)". */
function bracketName(text: string, draft: Draft): string {
  const bracket = /^\s*(\([^()]*\))/u.exec(text.slice(draft.to))?.[1];
  return bracket !== undefined && namesOutput(bracket) ? nameIn(bracket.slice(1, -1)) : '';
}

/** Words between two times: those before a comma or "và" go with the first, those after it with the second. */
function shareGap(gap: string): readonly [string, string] {
  const bare = gap.replace(brackets, ' ');
  const at = bare.search(/,|(?<!\p{L})và(?!\p{L})/u);
  return at < 0 ? ['', bare] : [bare.slice(0, at), bare.slice(at)];
}

/**
 * What each time of a clause without a colon is of, by the words beside it: "Kế hoạch tháng 1, báo cáo tháng 12" or
 * "Tháng 1 xây dựng kế hoạch, tháng 12 báo cáo". What goes on after the last time with "và" becomes its note.
 */
export function namesBeside(text: string, drafts: readonly Draft[]): string[] {
  const before = nameIn(text.slice(0, drafts[0]?.from ?? 0));
  const timeFirst = before === '';
  let ahead = before;
  return drafts.map((draft, index) => {
    const next = drafts[index + 1];
    const gap = text.slice(draft.to, next?.from ?? text.length);
    const [after, beforeNext] = next ? shareGap(gap) : [gap, ''];
    const goesOn = !next && /^ ?(?:và|hoặc) (.+)/u.exec(after)?.[1];
    if (goesOn) draft.rule = { ...draft.rule, note: goesOn };
    const name = ahead || bracketName(text, draft) || (timeFirst && !goesOn ? nameIn(after) : '');
    ahead = nameIn(beforeNext);
    return name;
  });
}

/** Label of a time: the clause's own, else the words beside it; "hoàn thành" says something only after other times. */
export function labelOf(own: string, beside: string, words: string, isFirst: boolean): string {
  if (own !== '') return own;
  if (isFirst) return workWords.test(beside) ? '' : beside;
  return beside || (leadingWork.exec(words)?.[0] ?? '');
}
