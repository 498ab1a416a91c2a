import { expect, test } from 'vitest';
import { fieldBefore, linesOfPath, pathsByLine } from './provenance.ts';

const places = {
  '/title': [3, 4],
  '/appendices/0/tasks/1': [20, 21, 22],
  '/appendices/0/tasks/1/outputs/0': [21],
  '/appendices/0/tasks/2/content': [30],
  '/appendices/0/tasks/2/outputs/0': [31, 30],
};

test.each([
  ['/title', [3, 4]],
  ['/appendices/0/tasks/1/outputs/0', [21]],
  ['/appendices/0/tasks/1/lead/0', [20, 21, 22]],
  ['/appendices/0/tasks/2', [30, 31]],
  ['/funding', []],
])('%s lights lines %j', (path, lines) => expect(linesOfPath(places, path)).toEqual(lines));

test('a line leads to the innermost field first', () => {
  expect(pathsByLine(places).get(21)).toEqual(['/appendices/0/tasks/1/outputs/0', '/appendices/0/tasks/1']);
  expect(pathsByLine(places).get(99)).toBeUndefined();
});

test('a line nobody knew goes on in the text that ends nearest before it', () => {
  const reading = { places, title: 'Kế hoạch', appendices: [{ tasks: [{}, { outputs: ['Báo cáo'] }] }] };
  expect(fieldBefore(reading, 23)).toEqual({ path: '/appendices/0/tasks/1/outputs/0', text: 'Báo cáo' });
  expect(fieldBefore(reading, 5)).toEqual({ path: '/title', text: 'Kế hoạch' });
  expect(fieldBefore(reading, 3)).toBeUndefined();
});
