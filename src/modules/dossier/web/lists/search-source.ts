import { call } from '#web/call.ts';
import { newKey } from '#web/new-key.ts';
import type { TableSource } from '#web/ui/table/table-source.ts';
import { callKey } from '#web/use-call.ts';
import { searchDossiers } from '../../contract/reads.ts';
import type { DossierRow } from '../shared/rows.ts';

/** Rows of a list; words go in the body, so that no number of a person ever stands in an address. */
export function searchSource(filter: object): TableSource<DossierRow> {
  return {
    key: callKey(searchDossiers, { body: filter } as never),
    load: (page, signal) =>
      call(
        searchDossiers,
        { body: { ...filter, ...page } as never },
        {
          idempotencyKey: newKey(),
          ...(signal && { signal }),
        },
      ),
  };
}
