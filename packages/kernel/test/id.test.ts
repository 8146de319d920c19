import { describe, expect, test } from 'vitest';
import { isId, newId } from '../id.ts';

describe('ids', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<'test'>());

  test('ascend and differ, also within a millisecond', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
  });

  test('are UUIDs of version 7 that begin with the time', () => {
    expect(ids.every(isId)).toBe(true);
    const instant = Number.parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(instant - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    ['0189f7a0-0000-7000-8000-000000000000', true],
    ['0189f7a0-0000-4000-8000-000000000000', false],
    ['0189F7A0-0000-7000-8000-000000000000', false],
    ['', false],
    [7, false],
  ])('%s is an id: %s', (value, expected) => expect(isId(value)).toBe(expected));
});
