import { z } from 'zod';
import { id } from '#modules/fields.ts';
import type { ExportedList } from '../domain/exported-lists.ts';
import { exportedLists } from '../domain/exported-lists.ts';
import { datedQuery } from './fields.ts';

/** Address of the Excel of a list; it takes the query of the list without its page, and answers with a file. */
export const excelPath = (list: ExportedList) => `/api/org/exports/${list}`;

const { page: _page, size: _size, ...dated } = datedQuery;

export const exportParams = z.strictObject({ list: z.enum(exportedLists) });
export const exportQuery = z.strictObject({
  ...dated,
  departmentId: id.optional(),
  empty: z.enum(['yes']).optional(),
});
