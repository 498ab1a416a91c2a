const shownAsTheyAre: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'text/plain',
]);

const rendered: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/** Types a browser shows safely from their own bytes; never HTML or SVG, which may hold scripts. */
export function isViewable(mediaType: string): boolean {
  return shownAsTheyAre.has(mediaType);
}

/** Word and Excel, which the server turns into text and tables for looking at. */
export function isRendered(mediaType: string): boolean {
  return rendered.has(mediaType);
}
