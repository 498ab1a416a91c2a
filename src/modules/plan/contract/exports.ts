import { z } from 'zod';
import { taskFilter } from './plan-parts.ts';

/** Addresses of the exports; they take the query of `listTasks` without its page, and answer with a file. */
export const exportPaths = {
  xlsx: (planId: string) => `/api/plans/${planId}/export.xlsx`,
  docx: (planId: string) => `/api/plans/${planId}/export.docx`,
};
/** Address of the document an import was made from. */
export const importFilePath = (importId: string) => `/api/plan-imports/${importId}/file`;
/** Query of both exports. */
export const exportQuery = z.strictObject(taskFilter);
