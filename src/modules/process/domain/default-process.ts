import type { Term, TermUnit } from '#kernel/term.ts';
import type { Actor, ProcessBody, ProcessLink, ProcessStep } from './process.ts';

interface Part {
  readonly name: string;
  readonly actor: Actor;
  /** Share of the whole time in hundredths; null: not counted. */
  readonly share: number | null;
  readonly product: string;
  readonly returnsTo?: number;
}

/** The way a dossier goes through a commune (Nghị định 118/2025/NĐ-CP điều 15–22; Nghị định 61/2018/NĐ-CP điều 15–21). */
const parts: readonly Part[] = [
  {
    name: 'Tiếp nhận hồ sơ',
    actor: 'counter',
    share: 10,
    product: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả; Phiếu kiểm soát quá trình giải quyết hồ sơ',
  },
  { name: 'Phân công thụ lý', actor: 'department-head', share: 10, product: 'Ý kiến phân công', returnsTo: 1 },
  { name: 'Thẩm định hồ sơ', actor: 'officer', share: 50, product: 'Dự thảo kết quả giải quyết', returnsTo: 1 },
  { name: 'Trình ký, ký duyệt', actor: 'leader', share: 20, product: 'Kết quả đã ký', returnsTo: 3 },
  { name: 'Văn thư vào số, đóng dấu', actor: 'records', share: 10, product: 'Kết quả đã phát hành', returnsTo: 4 },
  { name: 'Trả kết quả', actor: 'counter', share: null, product: 'Kết quả giải quyết thủ tục hành chính' },
];
const restGoesTo = 3;

/**
 * The process of a procedure that has none: tiếp nhận → phân công → thẩm định → trình ký → văn thư → trả kết quả. The term
 * is shared out in proportion, in quarters of its unit where it is long enough and in hours where it is not; the norms
 * always add up to the term exactly. Without a term, or with an immediate one, no step is counted.
 */
export function makeDefaultProcess(term: Term | null): ProcessBody {
  const norms = shareOut(term);
  const steps = parts.map(
    ({ name, actor, product }, index): ProcessStep => ({
      no: index + 1,
      name,
      level: 'commune',
      actor,
      actorWords: '',
      positionId: null,
      norm: norms[index] ?? null,
      counted: norms[index] !== undefined,
      product,
      recallable: index < parts.length - 2,
      joint: 'none',
      final: index === parts.length - 1,
    }),
  );
  const returns = parts.flatMap(({ returnsTo }, index) =>
    returnsTo === undefined ? [] : [linkOf('return', index + 1, returnsTo)],
  );
  return { steps, links: [...linkInOrder(steps), ...returns], declared: term };
}

/** The ways on of a process whose steps follow each other as they are written. */
export function linkInOrder(steps: readonly Pick<ProcessStep, 'no'>[]): ProcessLink[] {
  return steps.slice(1).map((step, index) => linkOf('next', steps[index]?.no ?? step.no, step.no));
}

function linkOf(kind: ProcessLink['kind'], from: number, to: number): ProcessLink {
  return { kind, from, to, condition: null, holds: null };
}

const shortest = 3_000;
const finer: Readonly<Partial<Record<TermUnit, { readonly unit: TermUnit; readonly times: number }>>> = {
  'working-day': { unit: 'working-hour', times: 8 },
  day: { unit: 'hour', times: 24 },
};

/** Norms of the parts in order; of those not counted undefined. */
function shareOut(term: Term | null): readonly (Term | undefined)[] {
  if (term === null || term.unit === 'immediate' || term.milli === 0) return [];
  const hours = finer[term.unit];
  const { unit, milli } =
    hours && term.milli <= shortest ? { unit: hours.unit, milli: term.milli * hours.times } : term;
  const grain = milli >= 5_000 ? 250 : 1;
  const shares = parts.map(({ share }) =>
    share === null ? undefined : Math.floor((milli * share) / 100 / grain) * grain,
  );
  const given = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  return shares.map((share, index) =>
    share === undefined ? undefined : { unit, milli: index + 1 === restGoesTo ? share + milli - given : share },
  );
}
