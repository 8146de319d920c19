import { describe, expect, test } from 'vitest';
import { nextCard } from '../board/next-card.ts';
import { turnTo } from '../wall/turn-to.ts';

/** 超期 3, 今天 none, 3日内 1, 本周 2. */
const sizes = [3, 0, 1, 2];

describe('an arrow key on the board', () => {
  test.each([
    ['goes down', [0, 0], 'ArrowDown', [0, 1]],
    ['stays at the last card', [0, 2], 'ArrowDown', undefined],
    ['goes up', [0, 1], 'ArrowUp', [0, 0]],
    ['stays at the first card', [0, 0], 'ArrowUp', undefined],
    ['passes over an empty column', [0, 0], 'ArrowRight', [2, 0]],
    ['comes to the last card of a shorter column', [0, 2], 'ArrowRight', [2, 0]],
    ['goes back', [3, 1], 'ArrowLeft', [2, 0]],
    ['stays in the last column', [3, 0], 'ArrowRight', undefined],
    ['goes to the end of its column', [0, 0], 'End', [0, 2]],
    ['goes to the top of its column', [0, 2], 'Home', [0, 0]],
    ['is no arrow', [0, 0], 'a', undefined],
    ['is pressed outside the cards', [-1, -1], 'ArrowDown', undefined],
  ] as const)('%s', (_case, [column, at], key, to) => {
    expect(nextCard(sizes, { column, at }, key)).toEqual(to && { column: to[0], at: to[1] });
  });
});

describe('a key before the projector', () => {
  test.each([
    [0, 5, 'ArrowRight', 1],
    [4, 5, 'PageDown', 4],
    [3, 5, 'PageUp', 2],
    [0, 5, 'ArrowLeft', 0],
    [2, 5, 'Home', 0],
    [2, 5, 'End', 4],
    [2, 5, 'Enter', undefined],
    [0, 0, 'ArrowRight', undefined],
  ] as const)('at sheet %i of %i: %s leads to %s', (at, count, key, to) => {
    expect(turnTo(at, count, key)).toBe(to);
  });
});
