import { join } from 'node:path';
import { consistencyPath, inclusionPath } from './proof.ts';
import { Tiles } from './tiles.ts';

/** Proofs from the files of the log; each reads a few tiles of 8 KiB, whatever the size of the tree. */
export interface LogFiles {
  /** Hashes, from the leaf up, that lead from leaf `index` to the root at `size`. Throws when the tree is smaller. */
  inclusionProof(unitId: string, index: number, size: number): Promise<Buffer[]>;
  /** Hashes that show the tree at `first` to be the beginning of the tree at `second`. */
  consistencyProof(unitId: string, first: number, second: number): Promise<Buffer[]>;
  /** The root of the tree at `size`. */
  root(unitId: string, size: number): Promise<Buffer>;
}

/** Opens the log under `dataDir/log` for reading; safe beside the sequencer, also from other processes. */
export function openLogFiles(dataDir: string): LogFiles {
  const tiles = (unitId: string): Tiles => new Tiles(join(dataDir, 'log', unitId));
  return {
    inclusionProof: async (unitId, index, size) => tiles(unitId).nodes(inclusionPath(index, size)),
    consistencyProof: async (unitId, first, second) => tiles(unitId).nodes(consistencyPath(first, second)),
    root: (unitId, size) => tiles(unitId).root(size),
  };
}
