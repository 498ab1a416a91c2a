import { carriesOn, opensItem, unbulleted } from '../cell-items.ts';
import { hasDueWords, looksLikeDue, looksLikeOutput } from '../cues.ts';
import { looksLikeUnit } from '../units.ts';
import type { Piece } from './torn-rows.ts';
import { bare } from './word-pairs.ts';

/** A piece of a row with what its words say about it. */
export interface ScoredPiece extends Piece {
  readonly bullet: boolean;
  readonly lower: boolean;
  /** The second half of a name torn at its hyphen ("- Kế toán" after "Tài chính"). */
  readonly half: boolean;
  /** Its first and last word without stops, in lower case. */
  readonly first: string;
  readonly last: string;
  readonly due: boolean;
  readonly dueStart: boolean;
  readonly output: boolean;
  readonly unit: boolean;
  readonly unitWords: boolean;
  /** Words before a colon that words of time follow ("Báo cáo kết quả" / "thực hiện:" / "định kỳ …"). */
  readonly dueLabel: boolean;
  /** It ends in the middle of a phrase: with a comma, a hyphen, or a word that needs another. */
  readonly open: boolean;
  readonly end: '.' | ';' | '';
}

/** A piece with the halves it may be cut into, where one line holds the ends of two cells. */
export interface SplittablePiece {
  readonly piece: ScoredPiece;
  readonly halves: readonly (readonly [ScoredPiece, ScoredPiece])[];
}

const unitWords =
  /(?:công chức|viên chức|cán bộ|chuyên môn|ubnd|hđnd|văn phòng|bộ phận|liên quan|hộ tịch|thống kê|kế toán|xã hội|phòng|cơ quan|đơn vị|đoàn thể|thôn|trung tâm|công an|mặt trận|tổ quốc|chủ tịch|sở |ngành)/iu;
const openEnd =
  /(?:[,\-–(/]|(?:^|\s)(?:và|hoặc|của|về|các|theo|số|cho|với|trong|từ|đến|tại|do|là|để|bởi|trên|dưới|bằng|qua|không|được|có|ở|như|giữa|những|thuộc|đối|cấp|tỉnh|huyện|trước|sau|khi|việc|thực|đã|sẽ|đang|cùng))$/iu;

/** Describes the pieces of one page of a row. A label of a time, and a name, may run over several of them. */
export function describePieces(pieces: readonly Piece[]): SplittablePiece[] {
  const labels = dueLabels(pieces.map((piece) => piece.text));
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]?.text ?? '';
    const alone = describeAlone(piece, pieces[index - 1]?.text);
    const dueStart = alone.dueStart || (!/^[-–+•]/u.test(next) && looksLikeDue(`${piece.text} ${next}`));
    const torn = /^\p{Ll}/u.test(next) ? `${unbulleted(piece.text)} ${next}` : '';
    const described: ScoredPiece = {
      ...alone,
      dueLabel: labels.has(index),
      dueStart,
      due: alone.due || dueStart,
      unit: alone.unit || looksLikeUnit(torn),
      output: alone.output || looksLikeOutput(torn),
    };
    return { piece: described, halves: halvesOf(described) };
  });
}

function describeAlone(piece: Piece, before: string | undefined): ScoredPiece {
  const words = unbulleted(piece.text).split(' ');
  const half = before !== undefined && carriesOn(before.replace(/\s*[-–]$/u, ''), unbulleted(piece.text));
  const dueStart = looksLikeDue(piece.text);
  return {
    ...piece,
    bullet: opensItem(piece.text, before),
    lower: half || /^[\p{Ll}(]/u.test(piece.text),
    half,
    first: bare(words[0] ?? ''),
    last: bare(words.at(-1) ?? ''),
    due: dueStart || hasDueWords(piece.text),
    dueStart,
    output: looksLikeOutput(piece.text),
    unit: looksLikeUnit(unbulleted(piece.text)),
    unitWords: unitWords.test(piece.text),
    dueLabel: false,
    open: openEnd.test(piece.text),
    end: piece.text.endsWith('.') ? '.' : piece.text.endsWith(';') ? ';' : '',
  };
}

/** The two halves of a short line that may hold the ends of two cells, at each of its spaces. */
function halvesOf(piece: ScoredPiece): [ScoredPiece, ScoredPiece][] {
  const words = piece.text.split(' ');
  if (words.length > 8 || piece.bullet) return [];
  return words.slice(1).map((_, index) => {
    const left = { id: piece.id, text: words.slice(0, index + 1).join(' '), gap: piece.gap };
    const right = { id: piece.id, text: words.slice(index + 1).join(' '), gap: 0 };
    return [describeAlone(left, undefined), describeAlone(right, left.text)];
  });
}

const longestLabel = 5;

/** Positions of the lines of labels whose colon is followed by words of time. */
function dueLabels(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  texts.forEach((text, start) => {
    const end = /^\p{Ll}/u.test(text) ? undefined : endOfDueLabel(texts, start);
    for (let line = start; end !== undefined && line <= end; line += 1) found.add(line);
  });
  return found;
}

/** The line that holds the colon of a label of a time beginning at `start`, or undefined when there is no such label. */
function endOfDueLabel(texts: readonly string[], start: number): number | undefined {
  let joined = '';
  for (let at = start; at < Math.min(start + longestLabel, texts.length); at += 1) {
    const text = texts[at] ?? '';
    if (at > start && opensAnother(text)) return undefined;
    joined = `${joined} ${text}`.trim();
    const colon = joined.indexOf(':');
    if (colon < 0 && /[;.]$/u.test(joined)) return undefined;
    if (colon < 0) continue;
    const after = `${joined.slice(colon + 1)} ${texts[at + 1] ?? ''}`.trim();
    const timed = looksLikeDue(after) || /^(?:theo|trước|trong|từ|chậm)(?:\s|$)/iu.test(after);
    return timed ? at : undefined;
  }
  return undefined;
}

function opensAnother(text: string): boolean {
  return /^[-–+•]|^\d{1,2} (?:đợt|lần)/u.test(text) || (/^\p{Lu}/u.test(text) && looksLikeOutput(text));
}
