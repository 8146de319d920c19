import { describe, expect, test } from 'vitest';
import { apartIn } from '../index.ts';

const bundled = { fromMonth: '2023-07', untilMonth: null, reason: '已打捆计入甲' } as const;

describe('a project counted elsewhere', () => {
  test.each([
    ['never set apart', null, '2023-07', undefined],
    ['the month before', bundled, '2023-06', undefined],
    ['from the month on', bundled, '2023-07', '已打捆计入甲'],
    ['in a later year', bundled, '2024-01', '已打捆计入甲'],
    ['last month of it', { ...bundled, untilMonth: '2023-10' }, '2023-09', '已打捆计入甲'],
    ['counting again', { ...bundled, untilMonth: '2023-10' }, '2023-10', undefined],
  ] as const)('%s', (_name, apart, month, reason) => expect(apartIn(apart, month)).toBe(reason));
});
