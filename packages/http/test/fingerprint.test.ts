import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { Done, defineRoute } from '../route.ts';
import { fingerprintOf } from '../server/fingerprint.ts';

const common = { method: 'POST', permission: 'public', refusals: [], summary: '试验', output: Done } as const;
const save = defineRoute({ ...common, path: '/save', input: Type.Object({}) });
const other = defineRoute({ ...common, path: '/other', input: Type.Object({}) });
const load = defineRoute({ ...common, path: '/load', input: Type.Object({}), upload: true });
const file = (text: string) => ({ name: 'a.csv', bytes: new TextEncoder().encode(text) });

describe('a fingerprint', () => {
  test.each([
    [
      'the order of the keys does not count',
      fingerprintOf(save, { a: 1, b: { c: 2, d: 3 } }),
      fingerprintOf(save, { b: { d: 3, c: 2 }, a: 1 }),
    ],
    [
      'a file counts by its content',
      fingerprintOf(load, { file: file('x') }),
      fingerprintOf(load, { file: file('x') }),
    ],
  ])('is equal where %s', (_why, one, another) => expect(one).toBe(another));

  test.each([
    ['another value', fingerprintOf(save, { a: 1 }), fingerprintOf(save, { a: '1' })],
    ['another order of a list', fingerprintOf(save, { a: [1, 2] }), fingerprintOf(save, { a: [2, 1] })],
    ['another route', fingerprintOf(save, {}), fingerprintOf(other, {})],
    ['another file', fingerprintOf(load, { file: file('x') }), fingerprintOf(load, { file: file('y') })],
    [
      'a list that looks like an object',
      fingerprintOf(save, { a: [['b', 1]] }),
      fingerprintOf(save, { a: { b: 1 } }),
    ],
  ])('differs with %s', (_why, one, another) => expect(one).not.toBe(another));
});
