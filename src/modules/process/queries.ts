/**
 * What other modules may ask of this one. The walk itself is domain: `nextSteps`, `askedFacts`, `mayReturnTo`, `stepTerm`
 * and `findFirstStep` of `#modules/process/domain/walk-process.ts`.
 */
export { findProcessVersion, getProcessFor } from './queries/process-for.ts';
