import { expect, test } from 'vitest';
import { turns } from '../turns.ts';

test.each([1, 2, 4])(
  '%i at once, the others in their order, and a failure makes room too',
  async (atOnce) => {
    const inTurn = turns(atOnce);
    const begun: number[] = [];
    let [running, most] = [0, 0];
    const work = (index: number) => async () => {
      begun.push(index);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (index === 1) throw new Error('failed');
      return index;
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((index) => inTurn(work(index))));
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(most).toBe(atOnce);
    expect(results.map((result) => result.status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
    ]);
  },
);
