/**
 * What other modules may ask of the catalogue of procedures. A dossier takes `getProcedureFor` and the rules of domain:
 * `termFor`, `componentsFor`, `feesFor`.
 */
export { offeredFields } from './queries/catalogue-counts.ts';
export { findOffered } from './queries/find-offered.ts';
export { lifeEvents } from './queries/life-events.ts';
export { findProcedureFor, getProcedureFor, type ProcedureFor } from './queries/procedure-for.ts';
export { procedureRows } from './queries/procedure-rows.ts';
export { type PublicPlace, publicPlaces } from './queries/public-places.ts';
