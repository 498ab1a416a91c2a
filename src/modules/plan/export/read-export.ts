import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { fail } from '#server/errors.ts';
import { obey } from '#server/obey.ts';
import type { exportQuery } from '../contract/exports.ts';
import { maySeeVersion } from '../domain/may-see.ts';
import { parts, rowsOf } from '../domain/version/plan-content.ts';
import { changeOfRow, diffContents, type RowChange } from '../domain/version/version-diff.ts';
import { taskRowOf } from '../handlers/plan-answers.ts';
import { findShown } from '../queries/find-shown.ts';
import { listTasksOf } from '../queries/list-tasks.ts';
import { listFieldsOf } from '../queries/plan-heads.ts';
import { findContent, type StoredContent } from '../store/load-content.ts';
import { filterWords } from '../text/filter-words.ts';
import type { Viewer } from './export-pages.ts';
import type { DocumentSource } from './plan-document.ts';
import { taskSheet } from './task-sheet.ts';

const mostRows = 50_000;

async function getShownTo(viewer: Viewer, planId: Id, version: number | undefined) {
  const shown = await findShown(viewer.db, viewer.unitId, planId, version);
  if (!shown) fail('not-found', {}, 404);
  obey(maySeeVersion(viewer, shown.version.state), 404);
  return shown;
}

async function namesOf(viewer: Viewer): Promise<ReadonlyMap<string, string>> {
  return new Map((await listFieldsOf(viewer.db)).map((field) => [field.code, field.name]));
}

/** The rows of the list with these filters, all pages, as a sheet. */
export async function readTaskSheet(viewer: Viewer, planId: Id, query: z.output<typeof exportQuery>) {
  const { version: asked, ...filter } = query;
  const of = { unitId: viewer.unitId, planId, version: asked };
  const found = await listTasksOf(viewer.db, of, filter, { limit: mostRows, offset: 0 });
  if (!found) fail('not-found', {}, 404);
  obey(maySeeVersion(viewer, found.state), 404);
  const names = await namesOf(viewer);
  const rows = found.rows.map((task) => taskRowOf(task, found.version));
  const holder = (key: string | undefined, role: 'leads' | 'coordinators') =>
    key === undefined ? undefined : (rows.flatMap((row) => row[role]).find((one) => one.key === key)?.text ?? key);
  const lines = [
    found.title,
    `Phiên bản ${found.version}; ${found.total} nhiệm vụ`,
    ...filterWords(filter, {
      field: filter.field === undefined ? undefined : (names.get(filter.field) ?? filter.field),
      lead: holder(filter.lead, 'leads'),
      coordinator: holder(filter.coordinator, 'coordinators'),
    }),
  ];
  return { name: `${found.title} - nhiệm vụ`, sheet: taskSheet(lines, rows, names) };
}

/** A version with what it changed, for its Word file. */
export async function readDocumentSource(viewer: Viewer, planId: Id, asked: number | undefined) {
  const { version } = await getShownTo(viewer, planId, asked);
  const load = (one: number) => findContent(viewer.db, viewer.unitId, planId, one);
  const stored = await load(version.version);
  if (!stored) fail('not-found', {}, 404);
  const before = version.version > 1 ? await load(version.version - 1) : undefined;
  const source: DocumentSource = {
    content: stored.content,
    version: version.version,
    decisionNumber: version.decision_number,
    decisionDate: version.decision_date as PlainDate | null,
    changes: before ? changesBetween(before, stored) : new Map(),
    removed: before
      ? diffContents(before.content, stored.content)
          .changes.filter((change) => change.kind === 'removed')
          .map((change) => change.label)
      : [],
    fieldNames: await namesOf(viewer),
  };
  return { name: version.title, source };
}

function changesBetween(before: StoredContent, after: StoredContent): ReadonlyMap<string, RowChange> {
  const changes = new Map<string, RowChange>();
  for (const part of parts) {
    const former = new Map(rowsOf(before.content, part).map((row) => [row.key, row]));
    for (const row of rowsOf(after.content, part)) {
      changes.set(row.key, changeOfRow(part, former.get(row.key), row));
    }
  }
  return changes;
}
