import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { fail } from '#server/errors.ts';
import type { StoredUpload } from '#server/files.ts';
import { readSheetMoments } from '#server/read-sheet.ts';

const mostRows = 20_000;

/** The cells of an Excel, CSV or JSON file as text, row by row; refuses what cannot be read as a table. */
export async function readTable(path: string, upload: StoredUpload): Promise<string[][]> {
  if (/\.json$/i.test(upload.name) || upload.mediaType === 'application/json')
    return readJson(await readFile(path, 'utf8'));
  if (/\.(csv|tsv|txt)$/i.test(upload.name)) return readCsv(await readFile(path, 'utf8'));
  return await readSheetMoments(path);
}

function readCsv(text: string): string[][] {
  try {
    const options = {
      bom: true,
      delimiter: [',', ';', '\t'],
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    };
    return bounded(parse(text, options) as string[][]);
  } catch {
    return fail('import-unreadable');
  }
}

/** A list of objects, or an object that holds one (`{ data: [...] }`): their keys are the headings. */
function readJson(text: string): string[][] {
  const list = listIn(text);
  const keys = [...new Set(list.flatMap((one) => Object.keys(one)))];
  return bounded([keys, ...list.map((one) => keys.map((key) => cellText(one[key])))]);
}

function listIn(text: string): Record<string, unknown>[] {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('import-unreadable');
  }
  const held = Array.isArray(read) ? read : Object.values((read ?? {}) as object).find(Array.isArray);
  const rows = (held ?? []) as unknown[];
  const objects = rows.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
  if (objects.length === 0) fail('import-unreadable');
  return objects;
}

function cellText(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
}

function bounded(rows: string[][]): string[][] {
  if (rows.length > mostRows + 1) fail('import-too-large', { mostRows });
  return rows;
}
