import { describe, expect, test } from 'vitest';
import { readStyles } from './styles.ts';

const root = (inside: string) =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:styles>`;

async function* pieces(inside: string) {
  yield new TextEncoder().encode(root(inside));
}

const style = (id: string, inside: string, base?: string) =>
  `<w:style w:styleId="${id}">${base ? `<w:basedOn w:val="${base}"/>` : ''}${inside}</w:style>`;
const list = (numId: string, level?: number) =>
  `<w:pPr><w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr></w:pPr>`;

const nothing = { bold: false, hidden: false, numId: undefined, level: undefined };

describe('the facts of a style', () => {
  test.each([
    ['its own', style('A', `<w:b/><w:vanish/>${list('3', 2)}`), { bold: true, hidden: true, numId: '3', level: 2 }],
    ['off', style('A', '<w:b w:val="off"/><w:vanish w:val="none"/>'), nothing],
    [
      'on by other words',
      style('A', '<w:b w:val="00"/><w:vanish w:val="on"/>'),
      { ...nothing, bold: true, hidden: true },
    ],
    ['on by words that begin as "off"', style('A', '<w:b w:val="offset"/>'), { ...nothing, bold: true }],
    [
      'of the style it is based on',
      style('A', '<w:i/>', 'B') + style('B', `<w:b/><w:vanish/>${list('3', 2)}`),
      { bold: true, hidden: true, numId: '3', level: 2 },
    ],
    [
      'its own over those',
      style('A', `<w:b w:val="0"/><w:vanish w:val="0"/>${list('4', 1)}`, 'B') +
        style('B', `<w:b/><w:vanish/>${list('3', 2)}`),
      { bold: false, hidden: false, numId: '4', level: 1 },
    ],
    [
      'the list of one, the level of the other',
      style('A', list('4'), 'B') + style('B', list('3', 2)),
      { ...nothing, numId: '4', level: 2 },
    ],
    ['of one that is not there', style('A', '<w:b/>', 'Z'), { ...nothing, bold: true }],
    ['in a ring', style('A', '', 'B') + style('B', '<w:b/>', 'A'), { ...nothing, bold: true }],
    ['not of what stands behind it', `${style('A', '<w:i/>')}<w:b/><w:vanish/>${list('3', 2)}`, nothing],
    ['not of a style without a name', `${style('A', '')}<w:style><w:b/></w:style>`, nothing],
    ['other values', style('A', '<w:rPr><w:sz w:val="28"/><w:color w:val="0"/></w:rPr>'), nothing],
    ['values that are missing', style('A', '<w:b/><w:basedOn/><w:numId/><w:ilvl/>'), { ...nothing, bold: true }],
  ])('%s', async (_, inside, facts) => {
    const styles = await readStyles(pieces(inside));
    expect(styles.facts('A')).toEqual(facts);
    expect(styles.facts('unknown')).toEqual(nothing);
    expect(styles.facts(undefined)).toEqual(nothing);
  });

  test('nothing without styles', async () => expect((await readStyles(undefined)).facts('A')).toEqual(nothing));
});
