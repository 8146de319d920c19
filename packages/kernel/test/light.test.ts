import { expect, test } from 'vitest';
import { type Light, lightNames, worstOf } from '../light.ts';
import { sm3 } from '../sm3.ts';

test.each([
  [['green', 'grey'], undefined, 'grey'],
  [['grey', 'yellow'], undefined, 'yellow'],
  [['green', 'red', 'grey'], undefined, 'red'],
  [['green'], undefined, 'green'],
  [[], undefined, undefined],
  [['grey', 'yellow'], ['grey', 'red', 'yellow', 'green'], 'grey'],
] as [Light[], Light[] | undefined, Light | undefined][])(
  'of %j in order %j the worst is %s',
  (lights, order, worst) => {
    expect(worstOf(lights, order)).toBe(worst);
  },
);

test('a light has a word', () => expect(Object.values(lightNames).join('')).toBe('绿黄红灰'));

test('SM3 of the examples printed in GB/T 32905', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3(new TextEncoder().encode('abcd'.repeat(16)))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});
