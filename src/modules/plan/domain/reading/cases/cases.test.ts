import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlan } from '../read-plan.ts';
import { documentOf } from './document-of.ts';
import { summaryOf } from './summary-of.ts';

/** Invented plans in other forms, each beside what a person reads in it. */
const cases = [
  ['district-two-row-heading', 'docx'],
  ['department-numbered-groups', 'docx'],
  ['department-parts-with-objectives', 'txt'],
  ['two-tier-tables-of-targets-and-duties', 'docx'],
  ['ward-labels-in-text', 'txt'],
  ['ward-labels-in-cells', 'docx'],
  ['commune-tabs-no-numbers', 'txt'],
  ['commune-columns-by-spaces', 'txt'],
  ['commune-lettered-fields', 'txt'],
] as const;

test.each(cases)('%s', (name, format) => {
  const text = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8');
  const expected = readFileSync(new URL(`${name}.expected.txt`, import.meta.url), 'utf8');
  expect(summaryOf(readPlan(documentOf(text, format)))).toEqual(expected.trimEnd().split('\n'));
});
