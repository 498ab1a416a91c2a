import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReadingBounds } from './ask-thread.ts';
import { limits } from './limits.ts';
import { readPlanFile } from './read-in-worker.ts';
import { makeDocx, p } from './testing/make-docx.ts';

const bounds: ReadingBounds = { deadline: 30_000, heapMegabytes: 512, growthMegabytes: 1_024 };
const seed = readFileSync('starter/hoang-tien/ke-hoach-cchc-2022.txt');
const words = 'Nâng cao chất lượng, hiệu quả hoạt động của Bộ phận tiếp nhận và trả kết quả. ';

/** A PDF whose only page unpacks to this many megabytes of text operators. */
async function swellingPdf(megabytes: number): Promise<Buffer> {
  const packer = createDeflate({ level: 1 });
  const megabyte = Buffer.alloc(1_048_576, 'BT ET ');
  Readable.from(Array.from({ length: megabytes }, () => megabyte)).pipe(packer);
  const content = await buffer(packer);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const stream = `4 0 obj\n<< /Filter /FlateDecode /Length ${content.length} >>\nstream\n`;
  const tail = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n';
  return Buffer.concat([Buffer.from(`%PDF-1.7\n${objects.join('')}${stream}`), content, Buffer.from(tail)]);
}

describe('a plan file', () => {
  test('is read with its doubts, and the same on every reading', async () => {
    const first = await readPlanFile(seed, 'ke-hoach.txt');
    expect(first.document.format).toBe('txt');
    expect(first.reading.appendices.flatMap((appendix) => appendix.tasks)).toHaveLength(34);
    expect(first.contradictions.length).toBeGreaterThan(50);
    expect(first.reading.targets.find((target) => target.id === 'T01')?.conflictsWith).toEqual(['T10']);
    expect(await readPlanFile(seed, 'tên khác.txt')).toEqual(first);
  });

  test('does not block the thread that asks', async () => {
    const ticks: number[] = [];
    const timer = setInterval(() => ticks.push(performance.now()), 10);
    await readPlanFile(seed, 'ke-hoach.txt');
    clearInterval(timer);
    const pauses = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? tick));
    expect(ticks.length).toBeGreaterThan(5);
    expect(Math.max(...pauses)).toBeLessThan(1_000);
  });

  test('several at once are read one after another, a refused one does not stop the next', async () => {
    const answers = await Promise.allSettled([
      readPlanFile(seed, 'một.txt'),
      readPlanFile(Buffer.alloc(0), 'hai.txt'),
      readPlanFile(seed, 'ba.txt'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('that is no plan is refused with its name', async () => {
    const letter = makeDocx({ body: p('Kính gửi ông bà, trân trọng kính mời dự họp.') });
    await expect(readPlanFile(letter, 'giấy mời.docx')).rejects.toMatchObject({
      code: 'notPlan',
      params: { name: 'giấy mời.docx' },
    });
  });

  test('over 50 MB is refused before it is handed over', async () => {
    const started = performance.now();
    const large = readPlanFile(Buffer.alloc(limits.fileBytes + 1), 'to.pdf');
    await expect(large).rejects.toMatchObject({
      code: 'tooLarge',
      params: { name: 'to.pdf', megabytes: 51, limit: 50 },
    });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('within bounds', () => {
  const long = makeDocx({ body: p(words.repeat(8)).repeat(10_000) });

  test('of time', async () => {
    const started = performance.now();
    const read = readPlanFile(long, 'dài.docx', { ...bounds, deadline: 400 });
    await expect(read).rejects.toMatchObject({ code: 'tooSlow', params: { name: 'dài.docx', seconds: 0 } });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('of heap', async () => {
    const read = readPlanFile(long, 'dài.docx', { ...bounds, heapMegabytes: 16 });
    await expect(read).rejects.toMatchObject({ code: 'tooMuchMemory', params: { name: 'dài.docx' } });
  });

  test('of memory outside of the heap: a PDF that swells', async () => {
    const pdf = await swellingPdf(600);
    expect(pdf.length).toBeLessThan(10 * 1_048_576);
    const read = readPlanFile(pdf, 'nở.pdf', { ...bounds, growthMegabytes: 200 });
    await expect(read).rejects.toMatchObject({ code: 'tooMuchMemory' });
  });

  test('the next file is read all the same', async () => {
    expect((await readPlanFile(seed, 'sau.txt')).reading.year).toBe(2022);
  });
});
