import { carriesOn, opensItem, unbulleted } from '../cell-items.ts';
import type { ColumnKind } from '../columns.ts';
import { hasDueWords, looksLikeDue, looksLikeOutput } from '../cues.ts';
import { looksLikeUnit } from '../units.ts';
import type { WordPairs } from './word-pairs.ts';

/** A piece of a row with what its words say about it. */
export interface ScoredPiece {
  readonly id: number;
  readonly text: string;
  readonly gap: number;
  readonly bullet: boolean;
  readonly lower: boolean;
  /** The second half of a name torn at its hyphen ("- Kế toán" after "Tài chính"). */
  readonly half: boolean;
  readonly first: string;
  readonly last: string;
  readonly due: boolean;
  readonly dueStart: boolean;
  readonly output: boolean;
  readonly unit: boolean;
  readonly unitWords: boolean;
  /** Words before a colon that words of time follow ("Báo cáo kết quả" / "thực hiện:" / "định kỳ …"). */
  readonly dueLabel: boolean;
}

const unitWords =
  /(?:công chức|viên chức|cán bộ|chuyên môn|ubnd|hđnd|văn phòng|bộ phận|liên quan|hộ tịch|thống kê|kế toán|xã hội|phòng|cơ quan|đơn vị|đoàn thể|thôn|trung tâm|công an|mặt trận|tổ quốc|chủ tịch|sở |ngành)/iu;

/** Describes the pieces of a row; a label of a time may run over several of them. */
export function describe(pieces: readonly { id: number; text: string; gap: number }[]): ScoredPiece[] {
  const labels = dueLabels(pieces.map((piece) => piece.text));
  return pieces.map((piece, index) => {
    const described = describeOne(piece, pieces[index - 1]?.text, labels.has(index));
    const next = pieces[index + 1]?.text ?? '';
    const dueStart = described.dueStart || (!/^[-–+•]/u.test(next) && looksLikeDue(`${piece.text} ${next}`));
    const torn = /^\p{Ll}/u.test(next) ? `${unbulleted(piece.text)} ${next}` : '';
    const unit = described.unit || looksLikeUnit(torn);
    return {
      ...described,
      dueStart,
      due: described.due || dueStart,
      unit,
      output: described.output || looksLikeOutput(torn),
    };
  });
}

/** Describes one piece that stands alone, as the half of a line that holds two cells. */
export function describeOne(
  piece: { id: number; text: string; gap: number },
  before: string | undefined,
  dueLabel: boolean,
): ScoredPiece {
  const words = unbulleted(piece.text).split(' ');
  const half = before !== undefined && carriesOn(before.replace(/\s*[-–]$/u, ''), unbulleted(piece.text));
  return {
    ...piece,
    bullet: opensItem(piece.text, before),
    lower: half || /^[\p{Ll}(]/u.test(piece.text),
    half,
    first: words[0] ?? '',
    last: words.at(-1) ?? '',
    due: hasDueWords(piece.text) || looksLikeDue(piece.text),
    dueStart: looksLikeDue(piece.text),
    output: looksLikeOutput(piece.text),
    unit: looksLikeUnit(unbulleted(piece.text)),
    unitWords: unitWords.test(piece.text),
    dueLabel,
  };
}

/** Positions of the lines of labels whose colon is followed by words of time. */
function dueLabels(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  texts.forEach((text, start) => {
    if (/^\p{Ll}/u.test(text)) return;
    let joined = '';
    for (let at = start; at < Math.min(start + 5, texts.length); at += 1) {
      const next = texts[at] ?? '';
      if (
        at > start &&
        (/^[-–+•]/u.test(next) ||
          (/^\p{Lu}/u.test(next) && looksLikeOutput(next)) ||
          /^\d{1,2} (?:đợt|lần)/u.test(next))
      )
        return;
      joined = `${joined} ${next}`.trim();
      const colon = joined.indexOf(':');
      if (colon < 0 && /[;.]$/u.test(joined)) return;
      if (colon < 0) continue;
      const after = `${joined.slice(colon + 1)} ${texts[at + 1] ?? ''}`.trim();
      if (looksLikeDue(after) || /^(?:theo|trước|trong|từ|chậm)(?:\s|$)/iu.test(after))
        for (let line = start; line <= at; line += 1) found.add(line);
      return;
    }
  });
  return found;
}

/** How well a piece's words fit a column, above or below 0. */
export function fitOf(piece: ScoredPiece, kind: ColumnKind): number {
  if (kind === 'deadline')
    return piece.dueLabel ? 1.5 : piece.due ? 1.5 : piece.unit || (piece.output && piece.bullet) ? -1.5 : -0.6;
  if (piece.dueLabel) return kind === 'outputsAndDeadline' ? 1 : -2;
  if (kind === 'lead' || kind === 'coordinators' || kind === 'leadAndCoordinators' || kind === 'otherRole') {
    if (piece.unit || piece.unitWords) return 1;
    return piece.dueStart ? -2 : piece.output ? -1 : -0.2;
  }
  if (kind === 'outputs' || kind === 'outputsAndDeadline') {
    if (piece.output) return 1;
    if (piece.dueStart && !piece.lower) return -1.5;
    return piece.unit && piece.bullet ? -1.5 : 0;
  }
  if (kind === 'content')
    return (piece.bullet ? -1 : 0) + (piece.unit && !piece.lower && piece.text.length < 25 ? -0.7 : 0.2);
  return piece.text.length < 12 ? 0 : -1;
}

/** How well a piece opens a cell of a column. */
export function openingOf(piece: ScoredPiece, kind: ColumnKind): number {
  const small = piece.lower ? -1.5 : 0;
  if (kind === 'deadline') return piece.dueLabel ? 2 : piece.dueStart ? 1.5 + small : small - 1;
  if (kind === 'lead' || kind === 'coordinators' || kind === 'leadAndCoordinators' || kind === 'otherRole') {
    return piece.unit ? 1.5 + small : small - 1.5;
  }
  if (kind === 'outputs' || kind === 'outputsAndDeadline')
    return piece.output && !piece.dueLabel ? 1.5 + small : small - (piece.bullet ? 0.2 : 0.7);
  return kind === 'content' ? small + 0.5 : small - 0.5;
}

const unitKinds = new Set<ColumnKind>(['lead', 'coordinators', 'leadAndCoordinators', 'otherRole']);

/** How likely a piece goes on in the cell of the piece before it. `room` is what was left of the column's width. */
export function continuationOf(
  before: ScoredPiece,
  piece: ScoredPiece,
  kind: ColumnKind,
  pairs: WordPairs,
  room: number | undefined,
): number {
  const stopped = /\.$/u.test(before.text);
  if (piece.bullet) {
    if (kind === 'content') return -1.5;
    const joint = stopped ? -0.6 : /;$/u.test(before.text) ? 0.5 : /[,:–-]$/u.test(before.text) ? -1 : 0;
    return joint - gapOf(piece) * 0.8;
  }
  if (piece.half) return 3;
  const torn = isOpen(before) ? 1.8 : 0;
  const case_ = piece.lower ? 1.2 : /^\d/u.test(piece.text) ? 0.2 : -0.5;
  const pair = pairs.count(before.last, piece.first) > 0 ? 1 : 0;
  const stop = stopped ? -1.5 : /;$/u.test(before.text) ? -0.8 : 0;
  const other = unitKinds.has(kind) && piece.unit && !piece.lower && !isOpen(before) ? -0.8 : 0;
  return torn + case_ + pair + stop + other + wrapped(piece, room) - gapOf(piece) * 0.5;
}

/** How likely a cell ends after one piece and another begins with the next. */
export function boundaryOf(
  before: ScoredPiece,
  piece: ScoredPiece,
  pairs: WordPairs,
  room: number | undefined,
): number {
  const stopped = /\.$/u.test(before.text) ? 0.8 : /;$/u.test(before.text) ? -0.5 : 0;
  if (piece.half) return -3;
  const torn = isOpen(before) ? -2 : 0;
  const pair = !piece.bullet && pairs.count(before.last, piece.first) > 0 ? -0.6 : 0;
  return (
    stopped +
    torn +
    pair +
    (piece.lower ? -1 : 0.3) +
    gapOf(piece) * 0.7 -
    (piece.bullet ? 0 : wrapped(piece, room) * 0.5)
  );
}

function gapOf(piece: ScoredPiece): number {
  return Math.min(piece.gap, 2);
}

function isOpen(piece: ScoredPiece): boolean {
  return (
    /[,\-–(/]$/u.test(piece.text) ||
    /(?:^|\s)(?:và|hoặc|của|về|các|theo|số|cho|với|trong|từ|đến|tại|do|là|để|bởi|trên|dưới|bằng|qua|không|được|có|ở|như|giữa|những|thuộc|đối|cấp|tỉnh|huyện|trước|sau|khi|việc|thực|đã|sẽ|đang|cùng)$/iu.test(
      piece.text,
    )
  );
}

/** A line that could have taken the next word was ended on purpose; one that could not was wrapped. */
function wrapped(piece: ScoredPiece, room: number | undefined): number {
  if (room === undefined) return 0;
  const left = room - piece.first.length - 1;
  return left >= 3 ? -1 : left >= 0 ? -0.2 : 0.5;
}
