/** What other modules may know of work. */

export { type FieldProgress, findProgress, type Progress } from './queries/public-progress.ts';
