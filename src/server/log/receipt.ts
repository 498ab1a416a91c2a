import type { Db } from '../db.ts';
import type { TreeHead } from './head.ts';
import type { Leaf } from './leaf.ts';
import type { LogFiles } from './log-files.ts';

/** Everything needed to show, without asking anybody, that an entry is in the log of its unit. */
export interface Receipt {
  readonly leaf: Leaf;
  readonly index: number;
  /** Inclusion proof from the leaf up, in hex. */
  readonly proof: readonly string[];
  readonly head: TreeHead;
}

/** The receipt of an entry under the newest head; undefined when there is no such entry or no head covers it yet. */
export async function findReceipt(
  db: Db,
  files: LogFiles,
  unitId: string,
  entryId: string,
): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('log_sequence as s')
    .innerJoin('log_entry as e', (join) => join.onRef('e.unit_id', '=', 's.unit_id').onRef('e.id', '=', 's.entry_id'))
    .where('s.unit_id', '=', unitId)
    .where('s.entry_id', '=', entryId)
    .selectAll('e')
    .select('s.index')
    .executeTakeFirst();
  if (!row) return undefined;
  const head = await db
    .selectFrom('log_head')
    .where('unit_id', '=', unitId)
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!head || head.size <= row.index) return undefined;
  const proof = await files.inclusionProof(unitId, row.index, head.size);
  return {
    leaf: {
      unit: row.unit_id,
      id: row.id,
      at: row.at,
      actor: row.actor,
      action: row.action,
      recordType: row.record_type,
      recordId: row.record_id,
      before: hexOf(row.before_commitment),
      after: hexOf(row.after_commitment),
      context: hexOf(row.context_commitment),
    },
    index: row.index,
    proof: proof.map((hash) => hash.toString('hex')),
    head: {
      unit: head.unit_id,
      size: head.size,
      root: head.root.toString('hex'),
      at: head.at,
      joint: head.joint,
      signature: head.signature.toString('hex'),
    },
  };
}

function hexOf(bytes: Buffer | null): string | null {
  return bytes ? bytes.toString('hex') : null;
}
