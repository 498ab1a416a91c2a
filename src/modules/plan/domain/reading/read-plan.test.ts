import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceDocument } from '../source-document.ts';
import { documentOf } from './cases/document-of.ts';
import { readPlan } from './read-plan.ts';

const seed = readFileSync(new URL('../../../../../starter/hoang-tien/ke-hoach-cchc-2022.txt', import.meta.url), 'utf8');
const wards = readFileSync(new URL('cases/ward-labels-in-cells.txt', import.meta.url), 'utf8');

/** Every line is read, known, or listed as unread, and only lines that exist are named. */
function expectAccounted(document: SourceDocument): void {
  const { places, furniture, unread } = readPlan(document);
  const used = new Set(Object.values(places).flat());
  const listed = new Set(unread.map(({ line }) => line));
  for (const { id, text } of document.lines) {
    const known = [used.has(id), furniture[id] !== undefined, listed.has(id)].filter(Boolean).length;
    if (text.trim() !== '') expect([id, text, known]).toEqual([id, text, 1]);
  }
  expect([...used, ...listed].every((id) => document.lines[id]?.id === id)).toBe(true);
}

const lines = fc.oneof(
  fc.constantFrom(...seed.split('\n')),
  fc.constantFrom(...wards.split('\n')),
  fc.constantFrom(
    '',
    ' ',
    '1.',
    '2',
    'A.',
    '- ',
    '(',
    'I.',
    'Phụ lục',
    'Phần II',
    'Nơi nhận:',
    'TT Nội dung Cơ quan chủ trì Thời hạn',
    '|1|2|3|',
    '|a|<|^|',
    'x\ty\tz',
    'a   b   c',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const documents = fc
  .tuple(fc.array(lines, { maxLength: 60 }), fc.constantFrom<SourceDocument['format']>('txt', 'docx', 'pdf'))
  .map(([texts, format]) => documentOf(texts.map((text) => text.replace(/[\r\n]/gu, ' ')).join('\n'), format));

test('never throws and loses no line, whatever lines a document consists of', () => {
  fc.assert(fc.property(documents, expectAccounted), { numRuns: 300 });
});

test('reads the same document the same way', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(readPlan(document)).toEqual(readPlan(structuredClone(document)));
    }),
    { numRuns: 50 },
  );
});

test('reads decomposed letters as composed ones', () => {
  for (const [text, format] of [
    [seed, 'txt'],
    [wards, 'docx'],
  ] as const) {
    expect(readPlan(documentOf(text.normalize('NFD'), format))).toEqual(readPlan(documentOf(text, format)));
  }
});

test('reads an empty document as an empty plan', () => {
  expect(readPlan({ format: 'txt', lines: [], blocks: [] })).toMatchObject({
    title: '',
    year: null,
    targets: [],
    appendices: [],
    places: {},
    unread: [],
  });
});

test('reads 400 pages in a few seconds', () => {
  const long = documentOf(Array.from({ length: 20 }, () => seed).join('\n'), 'txt');
  const start = performance.now();
  readPlan(long);
  expect(performance.now() - start).toBeLessThan(20_000);
});
