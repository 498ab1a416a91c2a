import { fold } from '#kernel/fold.ts';
import type { Clause, Condition } from '../condition.ts';

const signs = { is: '=', 'is-not': 'khác', in: 'thuộc', 'not-in': 'không thuộc' } as const;

/** `uy-quyen = co và tuoi không thuộc (duoi-6, tren-80)`. */
export function writeCondition({ match, clauses }: Condition): string {
  return clauses.map(writeClause).join(match === 'all' ? ' và ' : ' hoặc ');
}

function writeClause({ question, operator, values }: Clause): string {
  const isList = operator === 'in' || operator === 'not-in';
  return `${question} ${signs[operator]} ${isList ? `(${values.join(', ')})` : values.join(', ')}`;
}

const clausePattern = /^([a-z0-9-]+) (=|khac|thuoc|khong thuoc) (?:\(([a-z0-9-]+(?: ?, ?[a-z0-9-]+)*)\)|([a-z0-9-]+))$/;
const operatorOf = { '=': 'is', khac: 'is-not', thuoc: 'in', 'khong thuoc': 'not-in' } as const;

/** Reads a condition as it is written in a sheet; undefined for any other text, also for "và" beside "hoặc". */
export function readCondition(text: string): Condition | undefined {
  const folded = fold(text);
  const isAny = / hoac /.test(folded);
  if (isAny && / va /.test(folded)) return undefined;
  const clauses: Clause[] = [];
  for (const part of folded.split(isAny ? ' hoac ' : ' va ')) {
    const [, question, sign, list, one] = clausePattern.exec(part.trim()) ?? [];
    if (question === undefined || sign === undefined) return undefined;
    const values = (list ?? one ?? '').split(',').map((value) => value.trim());
    clauses.push({ question, operator: operatorOf[sign as keyof typeof operatorOf], values });
  }
  return { match: isAny ? 'any' : 'all', clauses };
}
