import type { FastifyInstance } from 'fastify';
import type { Services } from '#server/module.ts';
import { addAboveSheet } from './above-sheet.ts';
import { addCalendarFeedPage } from './calendar-feed-page.ts';
import { addErrorSheetPage } from './error-sheet-page.ts';
import { addExportPages } from './export-pages.ts';

/** Files and pages of this module that are not JSON routes. */
export function addWorkPages(app: FastifyInstance, services: Services): void {
  addExportPages(app, services);
  addAboveSheet(app, services);
  addErrorSheetPage(app, services);
  addCalendarFeedPage(app, services);
}
