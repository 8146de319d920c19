import { describe, expect, test } from 'vitest';
import { toWire } from '../served.ts';

describe('what a handler returns', () => {
  test('gets its money and instants as texts, at any depth', () => {
    const at = new Date('2023-05-06T00:00:00Z');
    expect(toWire({ fen: 12n, list: [{ at }, null, [-3n]] })).toEqual({
      fen: '12',
      list: [{ at: '2023-05-06T00:00:00.000Z' }, null, ['-3']],
    });
  });

  test('is not copied where nothing changes, and never altered', () => {
    const rows = [{ a: 1 }, { a: 2 }];
    const given = { rows, fen: 1n };
    const wired = toWire(given) as typeof given;
    expect(wired.rows).toBe(rows);
    expect(given.fen).toBe(1n);
  });
});
