import { describe, expect, test } from 'vitest';
import { cursorAt, type Extent, keepWithin, moveCursor, type Step, selectedBlock } from '../grid/cursor.ts';
import { type Key, keyMeaning } from '../grid/key-meaning.ts';

/** Name, plan, month, sum, note, state: what can be typed into is in the middle. */
const extent: Extent = { rows: 3, typed: [false, false, true, true, true, false] };
const at = (row: number, column: number) => cursorAt({ row, column });

describe('moving', () => {
  test.each<[Step, [number, number], [number, number]]>([
    ['down', [0, 2], [1, 2]],
    ['down', [2, 2], [2, 2]],
    ['up', [0, 2], [0, 2]],
    ['left', [1, 0], [1, 0]],
    ['left', [1, 2], [1, 1]],
    ['right', [1, 5], [1, 5]],
    ['row-start', [1, 4], [1, 2]],
    ['row-end', [1, 2], [1, 4]],
    ['first', [2, 4], [0, 2]],
    ['last', [0, 0], [2, 4]],
    ['page-down', [0, 3], [2, 3]],
    ['page-up', [2, 3], [0, 3]],
    ['next', [0, 2], [0, 3]],
    ['next', [0, 4], [1, 2]],
    ['next', [0, 0], [0, 2]],
    ['next', [2, 4], [2, 4]],
    ['previous', [1, 2], [0, 4]],
    ['previous', [0, 2], [0, 2]],
    ['enter', [0, 3], [1, 3]],
    ['enter', [2, 3], [2, 3]],
    ['enter-back', [1, 3], [0, 3]],
  ])('%s from %j goes to %j', (step, [row, column], [toRow, toColumn]) => {
    expect(moveCursor(at(row, column), extent, step)).toMatchObject({ at: { row: toRow, column: toColumn } });
  });

  test('Enter after Tabs goes to the column in which they began, one row below', () => {
    let cursor = at(0, 2);
    for (const step of ['next', 'next', 'enter'] as const) cursor = moveCursor(cursor, extent, step);
    expect(cursor).toEqual(at(1, 2));
  });

  test('with Shift the selection grows from where it began, and shrinks again', () => {
    let cursor = at(1, 3);
    cursor = moveCursor(cursor, extent, 'down', true);
    cursor = moveCursor(cursor, extent, 'left', true);
    expect(selectedBlock(cursor)).toEqual({ top: 1, bottom: 2, left: 2, right: 3 });
    cursor = moveCursor(cursor, extent, 'up', true);
    expect(selectedBlock(cursor)).toEqual({ top: 1, bottom: 1, left: 2, right: 3 });
    expect(selectedBlock(moveCursor(cursor, extent, 'right'))).toEqual({
      ...{ top: 1, bottom: 1, left: 3, right: 3 },
    });
  });

  test('rows that vanish leave the cursor on the last one', () => {
    expect(keepWithin(at(2, 3), { ...extent, rows: 1 })).toEqual(at(0, 3));
    const cursor = at(0, 3);
    expect(keepWithin(cursor, extent)).toBe(cursor);
    expect(keepWithin(at(0, 0), { ...extent, rows: 0 })).toEqual(at(0, 0));
  });
});

describe('keys', () => {
  const plain: Key = {
    ...{ key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false },
  };
  const moving = (key: string, held: Partial<Key> = {}) => keyMeaning('moving', { ...plain, ...held, key });
  const typing = (key: string, held: Partial<Key> = {}) => keyMeaning('typing', { ...plain, ...held, key });

  test.each([
    ['ArrowDown', {}, { does: 'move', step: 'down', extend: false }],
    ['ArrowDown', { shiftKey: true }, { does: 'move', step: 'down', extend: true }],
    ['Home', {}, { does: 'move', step: 'row-start', extend: false }],
    ['Home', { ctrlKey: true }, { does: 'move', step: 'first', extend: false }],
    ['End', { metaKey: true, shiftKey: true }, { does: 'move', step: 'last', extend: true }],
    ['Enter', {}, { does: 'keep', step: 'enter' }],
    ['Enter', { shiftKey: true }, { does: 'keep', step: 'enter-back' }],
    ['Enter', { ctrlKey: true }, { does: 'submit' }],
    ['Tab', {}, { does: 'keep', step: 'next' }],
    ['Tab', { shiftKey: true }, { does: 'keep', step: 'previous' }],
    ['F2', {}, { does: 'edit' }],
    ['Delete', {}, { does: 'clear' }],
    ['Backspace', {}, { does: 'clear' }],
    [' ', {}, { does: 'toggle' }],
    ['z', { ctrlKey: true }, { does: 'undo' }],
    ['Z', { ctrlKey: true, shiftKey: true }, { does: 'redo' }],
    ['y', { ctrlKey: true }, { does: 'redo' }],
    ['d', { ctrlKey: true }, { does: 'fill-down' }],
    ['ArrowDown', { altKey: true }, { does: 'seek', back: false }],
    ['ArrowUp', { altKey: true }, { does: 'seek', back: true }],
    ['1', { altKey: true }, { does: 'decide', whose: 'mine' }],
    ['2', { altKey: true }, { does: 'decide', whose: 'theirs' }],
    ['c', { ctrlKey: true }, undefined],
    ['v', { ctrlKey: true }, undefined],
    ['8', {}, undefined],
    ['Escape', {}, undefined],
  ])('%s %j on a chosen cell', (key, held, meaning) => expect(moving(key, held)).toEqual(meaning));

  test.each([
    ['ArrowLeft', {}, undefined],
    ['Home', {}, undefined],
    ['Delete', {}, undefined],
    [' ', {}, undefined],
    ['z', { ctrlKey: true }, undefined],
    ['ArrowUp', {}, { does: 'keep', step: 'up' }],
    ['Escape', {}, { does: 'cancel' }],
    ['Enter', {}, { does: 'keep', step: 'enter' }],
    ['Tab', {}, { does: 'keep', step: 'next' }],
  ])('%s %j while typing', (key, held, meaning) => expect(typing(key, held)).toEqual(meaning));

  test.each(['Enter', 'ArrowDown', ' ', 'Escape'])('%s belongs to the input method that composes', (key) => {
    expect(moving(key, { isComposing: true })).toBeUndefined();
    expect(typing(key, { isComposing: true })).toBeUndefined();
  });
});
