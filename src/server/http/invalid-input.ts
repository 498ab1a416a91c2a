import { AppError } from '../errors.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What failed validation, field by field, in words that the form shows beside each field. */
export function invalidInput(issues: readonly Issue[], where: string): AppError {
  const details = issues
    .slice(0, 50)
    .map((issue) => ({ where, path: issue.path.map(String).join('.'), message: issue.message }));
  return new AppError('invalid', {}, 400, details);
}
