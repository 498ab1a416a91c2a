import { capitalise, dropEnd, tidy } from './passage.ts';
import type { TargetOperator } from './plan-reading.ts';

/** A figure of a sentence that binds somebody: "tối thiểu 95%" of something. */
export interface FoundTarget {
  readonly measure: string;
  readonly operator: TargetOperator;
  readonly valuePercent: number;
  readonly text: string;
  readonly aspiration: boolean;
  readonly reduction: boolean;
  readonly baseline: string | undefined;
  /** What is done to all of it, where the sentence says no more than that ("rà soát" 100 % of …). */
  readonly act: string | undefined;
}

const before =
  '(?:(?:tối thiểu|ít nhất|tối đa|không quá|không vượt quá|không thấp hơn|không dưới|không ít hơn|cao hơn|trên|dưới|từ|khoảng|≥|≤|>=|<=|>|<)\\s*)*';
const figure = new RegExp(
  `(${before})(\\d{1,3}(?:[.,]\\d{1,2})?)\\s*(?:%|phần trăm)(?:\\s*(?:[-–]|đến)\\s*\\d{1,3}(?:[.,]\\d{1,2})?\\s*%)?`,
  'giu',
);

/** Clauses of a text: cut at semicolons and full stops, not inside brackets or numbers. */
export function clausesOf(text: string): string[] {
  return text
    .split(/(?<=[;.])\s+(?![^(]{0,300}\))/u)
    .flatMap((clause) => clause.split(/,\s+(?=trong đó[,:]?\s)/u))
    .map(dropEnd)
    .filter((clause) => clause !== '');
}

/** The targets of a text, clause by clause, in order. A number without a per cent sign is none ("ISO 9001:2015"). */
export function targetsOfText(text: string): FoundTarget[] {
  const targets: FoundTarget[] = [];
  for (const clause of clausesOf(text).flatMap(cutByFigures)) {
    const target = targetOfClause(clause);
    if (target) targets.push(partOf(target, targets.at(-1)));
  }
  return targets;
}

/** "…, trong đó cấp xã đạt tối thiểu 50%" measures what the clause before it does, for a part of it. */
function partOf(target: FoundTarget, whole: FoundTarget | undefined): FoundTarget {
  const part = /^trong đó[,:]?\s+(?:ở |tại )?(?<part>\p{L}+(?: \p{L}+){0,3}) đạt/iu.exec(target.text)?.groups?.part;
  return part !== undefined && whole ? { ...target, measure: `${whole.measure} (${part})` } : target;
}

/** A clause with several figures, cut before each one after the first; equal reductions of one object stay together. */
function cutByFigures(clause: string): string[] {
  const figures = [...clause.matchAll(figure)];
  if (figures.length < 2) return [clause];
  const values = new Set(figures.map((match) => match[2]));
  if (values.size === 1 && /^(?:cắt )?giảm\b/iu.test(clause)) return [clause];
  const parts: string[] = [];
  let start = 0;
  for (const match of figures.slice(1)) {
    const cut = lastJoint(clause, start, match.index);
    if (cut === undefined) continue;
    parts.push(clause.slice(start, cut.from));
    start = cut.to;
  }
  return [...parts, clause.slice(start)].map((part) => dropEnd(part).replace(/,$/u, ''));
}

/** Where two measures of a clause meet: the last comma or "và" after one figure and before the next. */
function lastJoint(clause: string, from: number, to: number): { from: number; to: number } | undefined {
  const joints = [...clause.slice(from, to).matchAll(/,\s+(?:và\s+)?|\s+và\s+/gu)];
  const joint = joints.at(-1);
  if (!joint || !/\d\s*%|phần trăm/u.test(clause.slice(from, from + joint.index))) return undefined;
  return { from: from + joint.index, to: from + joint.index + joint[0].length };
}

const intention =
  /^(?:(?:phấn đấu|nỗ lực|cố gắng|quyết tâm)(?:\s+(?:đạt|có|để|đến(?: hết)? năm \d{4}(?:,| có)?))*|bảo đảm|đảm bảo|có|đạt|trong đó[,:]?(?:\s+có)?)\s+/iu;
const change =
  /^(?:nâng|duy trì|giữ vững|tăng|bảo đảm|đảm bảo|phấn đấu(?: nâng)?|đưa|tiếp tục duy trì|tiếp tục nâng)\s+/iu;
const reach = /(?:,?\s*(?:phải\s+)?(?:đạt(?: tỷ lệ| mức)?|lên|là|chiếm|ở mức|xuống(?: còn)?|còn))\s*:?\s*$/iu;
const upward = /\s*\btrở lên\b/iu;
const downward = /\s*trở xuống(?=\s|$|,)/iu;
const comparison = /\s*,?\s*so với\s+(.+)$/iu;

/** Reads the one target of a clause, or undefined when the clause has no per cent figure. */
function targetOfClause(clause: string): FoundTarget | undefined {
  const match = [...clause.matchAll(figure)][0];
  if (!match) return undefined;
  const valuePercent = Number((match[2] ?? '').replace(',', '.'));
  if (valuePercent > 100 && !/tăng/iu.test(clause)) return undefined;
  const baseline = comparison.exec(clause)?.[1];
  const rest = clause.replace(comparison, '');
  const left = rest.slice(0, match.index).trim();
  const right = rest.slice(match.index + match[0].length).trim();
  const reduction = /^(?:cắt )?giảm(?=\s|$)/iu.test(left);
  return {
    ...measureOf(left, right),
    operator: operatorOf(match[1] ?? '', rest),
    valuePercent,
    text: tidy(clause),
    aspiration: /phấn đấu/iu.test(clause),
    reduction,
    baseline,
  };
}

function operatorOf(words: string, clause: string): TargetOperator {
  const word = words.toLowerCase();
  if (
    upward.test(clause) ||
    /từ\s+\d[\d.,]*\s*%?\s*(?:đến|[-–])\s*\d/iu.test(clause) ||
    /không thấp hơn|không dưới|không ít hơn|≥|>=/u.test(word)
  )
    return '>=';
  if (downward.test(clause) || /≤|<=/u.test(word)) return '<=';
  if (/tối thiểu|ít nhất/u.test(word)) return 'min';
  if (/tối đa|không quá|không vượt quá/u.test(word)) return 'max';
  if (/trên|cao hơn|>/u.test(word)) return '>';
  return /dưới|</u.test(word) ? '<' : '=';
}

/** The measure: the clause without its figure, its bound and the verb that only says "reach". */
function measureOf(left: string, right: string): Pick<FoundTarget, 'measure' | 'act'> {
  const object = right.replace(upward, '').replace(downward, '').replace(figure, '').replace(/\s+/gu, ' ').trim();
  const aim = `${left} `.replace(intention, '').trim();
  if (aim === '' || intention.test(`${aim} `) || /(?:^|\s)và$/u.test(aim)) return only(capitalise(noun(object)));
  if (reach.test(left) || object === '' || object.startsWith('('))
    return only(subjectOf(aim.replace(reach, ''), object));
  if (/^(?:cắt )?giảm$|^tăng(?: thêm)?$/iu.test(aim)) return only(capitalise(`${aim} ${object}`));
  const act = aim.replace(/^(?:thực hiện|triển khai|tiếp tục|phấn đấu|bảo đảm)\s+(?=\S)/iu, '').replace(/[,:]$/u, '');
  return { measure: capitalise(`${noun(object)} được ${act.charAt(0).toLowerCase()}${act.slice(1)}`), act };
}

function only(measure: string): Pick<FoundTarget, 'measure' | 'act'> {
  return { measure, act: undefined };
}

/** What is counted, without the words that only say that all of it is. */
function noun(text: string): string {
  return text.replace(/^(?:(?:trên )?tổng số|số lượng|số|các|những|toàn bộ)\s+(?=\p{Ll})/u, '').trim();
}

function subjectOf(words: string, object: string): string {
  const subject = words.replace(change, '').trim();
  const kept = subject === words.trim() ? subject.replace(share, '') : subject;
  const exception = object.startsWith('(') ? ` ${object}` : '';
  return capitalise(`${kept.replace(/[,:]$/u, '')}${exception}`);
}

const share =
  /^(?:tỷ lệ|tỉ lệ)\s+(?:các\s+)?(?!giải |xử lý|tiếp nhận|thanh toán|số hóa|nộp |trả |hoàn thành|sử dụng|hài lòng|đúng hạn|trễ |thực hiện|cung cấp)/iu;
