import type { FastifyInstance } from 'fastify';
import type { AnyRoute } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { addListExport } from '#server/lists/add-list-export.ts';
import type { ListSheet } from '#server/lists/list-sheet.ts';
import type { Services } from '#server/module.ts';
import { type ExportedList, exportedLists, exportPaths } from '../contract/exports.ts';
import { getMyWork, listApprovals, listObligations, listWorkTasks } from '../contract/reads.ts';
import { listSheets } from './list-sheets.ts';

const routes: Readonly<Record<ExportedList, AnyRoute>> = {
  'my-work': getMyWork,
  obligations: listObligations,
  tasks: listWorkTasks,
  approvals: listApprovals,
};

/** Every list of work as Excel and as an A4 page. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  for (const name of exportedLists) {
    const make = listSheets[name] as (ctx: Context, query: unknown) => Promise<ListSheet>;
    addListExport(app, services, { list: routes[name], ...exportPaths(name), tag: 'work', make });
  }
}
