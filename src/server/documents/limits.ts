/** Bounds on what is read; past them a document is refused, never half read. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  zipEntries: 2_000,
  /** All parts of a Word file together, unpacked. */
  zipTotalBytes: 300 * 1024 * 1024,
  /** One XML part that is read. */
  xmlPartBytes: 96 * 1024 * 1024,
  /** Unpacked to packed, asked only of files that unpack to more than `zipRatioFrom` bytes. */
  zipRatio: 200,
  zipRatioFrom: 16 * 1024 * 1024,
  xmlDepth: 400,
  pages: 1_000,
  /** Pieces of text on one page of a PDF. */
  runsOnPage: 20_000,
  lines: 100_000,
  characters: 8_000_000,
  /** Milliseconds for the whole reading of one document. */
  deadline: 60_000,
  heapMegabytes: 768,
  growthMegabytes: 1_536,
} as const;
