import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, commit } from '../../../verify/hashing.ts';
import { canonicalJson } from './canonical-json.ts';
import { logEntry } from './entry.ts';
import { commitment, leafHash, leafText } from './leaf.ts';

const leaf = {
  unit: '01980000-0000-7000-8000-000000000001',
  id: '01980000-0000-7000-8000-000000000002',
  at: '2022-01-10T01:00:00.000Z',
  actor: null,
  action: 'plan.accepted',
  recordType: 'plan',
  recordId: '01980000-0000-7000-8000-000000000003',
  before: null,
  after: 'ab'.repeat(32),
  context: null,
};

describe('a leaf', () => {
  it('is written in this form for ever', () => {
    const text = leafText(leaf);
    expect(text).toBe(
      `{"action":"plan.accepted","actor":null,"after":"${'ab'.repeat(32)}","at":"2022-01-10T01:00:00.000Z",` +
        `"before":null,"context":null,"id":"01980000-0000-7000-8000-000000000002",` +
        `"recordId":"01980000-0000-7000-8000-000000000003","recordType":"plan",` +
        `"unit":"01980000-0000-7000-8000-000000000001","v":1}`,
    );
    expect(leafHash(text).toString('hex')).toBe('24674d9cf5de205f6719873a5348655ffa22dcff6bfe6e09fa255b7e3a9ec4f6');
  });

  it('differs whenever a field differs', () => {
    const texts = fc.record({ action: fc.string(), recordType: fc.string(), recordId: fc.string() });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(leafText({ ...leaf, ...a }) === leafText({ ...leaf, ...b })).toBe(same);
      }),
    );
  });
});

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'], '10': 0, '9': 0 }, '{"10":0,"9":0,"a":[true,null,"x"],"b":1}'],
    [{ no: undefined, day: new Date(0), list: [undefined] }, '{"day":"1970-01-01T00:00:00.000Z","list":[null]}'],
    ['a\u0000b\ud800', '"a\ufffdb\ufffd"'],
    [-0, '0'],
    [1e21, '1e+21'],
  ])('of %o', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the same for any order of keys, and the same as the verifier writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow(/cannot be logged/);
    expect(() => canonicalJson({ n: 1n })).toThrow(/bigint/);
  });
});

describe('a commitment', () => {
  it('depends on salt and value, and the verifier computes the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.jsonValue(), (salt, value) => {
        const bytes = Buffer.from(salt);
        expect(commit(bytes.toString('hex'), canonicalJson(value))).toBe(commitment(bytes, value));
        expect(commitment(Buffer.from(salt.map((byte) => byte ^ 1)), value)).not.toBe(commitment(bytes, value));
      }),
    );
  });

  it('is made for what there is, under a salt of its own each time', () => {
    const act = { unitId: leaf.unit, id: leaf.id, at: 0, actor: null, action: 'x', record: { type: 'a', id: 'b' } };
    expect(logEntry({ ...act, context: { reason: undefined } })).toMatchObject({
      detail: null,
      before_commitment: null,
      after_commitment: null,
      context_commitment: null,
    });
    const one = logEntry({ ...act, after: { state: 'x' } });
    const other = logEntry({ ...act, after: { state: 'x' } });
    expect(one.after_commitment).not.toBe(other.after_commitment);
    expect(one.detail).toEqual({ salt: expect.stringMatching(/^[0-9a-f]{32}$/), after: { state: 'x' } });
  });
});
