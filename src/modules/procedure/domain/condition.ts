/** What a clause may say of an answer; nothing else is accepted. */
export const operators = ['is', 'is-not', 'in', 'not-in'] as const;
export type Operator = (typeof operators)[number];

export interface Clause {
  readonly question: string;
  readonly operator: Operator;
  /** One value for `is` and `is-not`, one or more for `in` and `not-in`. */
  readonly values: readonly string[];
}

/** When a paper is asked: all clauses hold, or any of them. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly clauses: readonly Clause[];
}

/** Answers by question. */
export type Answers = Readonly<Record<string, string>>;

/**
 * Whether a condition holds for the answers given so far; undefined while a question that decides it is not answered.
 * Throws for an operator that is not known, so that nothing is left out by a condition nobody understands.
 */
export function decide(condition: Condition, answers: Answers): boolean | undefined {
  const results = condition.clauses.map((clause) => decideClause(clause, answers));
  const decisive = condition.match === 'any';
  if (results.includes(decisive)) return decisive;
  return results.includes(undefined) ? undefined : !decisive;
}

function decideClause({ question, operator, values }: Clause, answers: Answers): boolean | undefined {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  if (answer === undefined) return undefined;
  switch (operator) {
    case 'is':
    case 'in':
      return values.includes(answer);
    case 'is-not':
    case 'not-in':
      return !values.includes(answer);
    default:
      throw new Error(`unknown operator: ${String(operator satisfies never)}`);
  }
}
