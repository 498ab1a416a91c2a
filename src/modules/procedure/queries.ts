/** What other modules may ask of the catalogue of procedures. */
export { findOffered, type OfferedProcedure } from './queries/find-offered.ts';
export { findProcedureFor, getProcedureFor, type ProcedureFor } from './queries/procedure-for.ts';
