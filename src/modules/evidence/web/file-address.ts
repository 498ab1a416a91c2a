import type { Id } from '#kernel/brands.ts';
import { downloadFile, viewFile } from '../contract/evidence.ts';

/** Which version of which evidence; number 0 is the newest. */
export interface FileAt {
  readonly evidenceId: Id;
  readonly number: number;
}

function filled(path: string, { evidenceId, number }: FileAt): string {
  return path.replace(':evidenceId', evidenceId).replace(':number', String(number));
}

/** Where a browser saves a version from. */
export function downloadAddress(at: FileAt): string {
  return filled(downloadFile.path, at);
}

/** Where the bytes for looking at a version come from. */
export function viewAddress(at: FileAt): string {
  return filled(viewFile.path, at);
}
