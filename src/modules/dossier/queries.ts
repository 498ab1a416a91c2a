/** What other modules may ask of this one. */
export { slipData } from './forms/slip-data.ts';
export { unitHeadOn } from './forms/slip-head.ts';
export { getReadableDossier, type ReadableDossier } from './queries/readable-dossier.ts';
