import { describe, expect, test } from 'vitest';
import type { FactName, Facts, FactValue } from '../grid/fact.ts';
import { type Answer, type Outgoing, openBook } from '../queue/book.ts';
import {
  factsOf,
  freshEntry,
  keepMine,
  onItsWay,
  overtaken,
  quarrel,
  readAnew,
  saved,
  takeTheirs,
  typedInto,
} from '../queue/entry.ts';
import { keptEdits, type Shelf } from '../queue/kept-edits.ts';

const empty: Facts = {
  ...{ monthFen: null, cumFen: null, started: null, actualStart: null, entered: null, enteredOn: null },
  ...{ progressText: null, problem: null },
};
const standing = (version: number, facts: Partial<Facts> = {}) => ({
  version,
  facts: { ...empty, ...facts },
});

describe('a row', () => {
  const typed = typedInto(freshEntry(standing(3)), { monthFen: '5', problem: '缺资金' });

  test('shows what was typed, and forgets it once it stands so', () => {
    expect(factsOf(typed)).toMatchObject({ monthFen: '5', problem: '缺资金', cumFen: null });
    expect(typedInto(typed, { monthFen: null, problem: null }).changed).toEqual({});
    expect(saved(onItsWay(typed), 4)).toEqual(freshEntry(standing(4, { monthFen: '5', problem: '缺资金' })));
  });

  test('typed into while on its way is sent again, also when set back', () => {
    const again = typedInto(onItsWay(typed), { monthFen: null });
    expect(saved(again, 4)).toMatchObject({
      standing: { version: 4, facts: { monthFen: '5' } },
      changed: { monthFen: null },
    });
  });

  test('that somebody else changed in other cells is put together', () => {
    const merged = overtaken(typed, standing(7, { progressText: '封顶' }));
    expect(merged).toMatchObject({ trouble: undefined, standing: { version: 7 } });
    expect(factsOf(merged)).toMatchObject({ monthFen: '5', progressText: '封顶' });
  });

  test('to which somebody said the same needs nothing more', () => {
    expect(overtaken(typed, standing(7, { monthFen: '5', problem: '缺资金' })).changed).toEqual({});
  });

  test('whose cell both changed waits for a decision: mine', () => {
    const theirs = standing(7, { monthFen: '6', progressText: '封顶' });
    const both = overtaken(typed, theirs);
    expect(both.trouble).toEqual({ kind: 'stale', theirs });
    expect(quarrel(both, theirs)).toEqual(['monthFen', 'problem']);
    const mine = keepMine(both);
    expect(mine).toMatchObject({ standing: theirs, changed: { monthFen: '5', problem: '缺资金' } });
    expect(factsOf(mine)).toMatchObject({ progressText: '封顶', monthFen: '5' });
  });

  test('or theirs', () => {
    const theirs = standing(7, { monthFen: '6' });
    expect(takeTheirs(overtaken(typed, theirs))).toEqual(freshEntry(theirs));
  });

  test('read anew takes over what is new, but never below what is on its way', () => {
    const untouched = freshEntry(standing(3));
    expect(readAnew(untouched, standing(4, { monthFen: '9' }))).toEqual(
      freshEntry(standing(4, { monthFen: '9' })),
    );
    const way = onItsWay(typed);
    expect(readAnew(way, standing(4, { monthFen: '9' }))).toBe(way);
  });
});

/** Storage of a browser that outlives its windows. */
function aShelf(room = Number.POSITIVE_INFINITY): Shelf {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new Error('QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
    key: (at) => [...items.keys()][at] ?? null,
    get length() {
      return items.size;
    },
  };
}

/** A window before a server that can be reached or not; time passes when it is told to. */
function aWindow(shelf: Shelf, server: Map<string, { version: number; facts: Facts }>, account = 'zhang') {
  const sent: (readonly Outgoing[])[] = [];
  const waits: number[] = [];
  let due: (() => void) | undefined;
  const way = { isOpen: true };
  const send = async (rows: readonly Outgoing[]): Promise<Answer[]> => {
    sent.push(rows);
    if (!way.isOpen) throw new Error('no network');
    return rows.map(({ rowId, version, facts }) => {
      const there = server.get(rowId);
      if (!there) return { rowId, outcome: 'refused', text: '没有这个项目' };
      if (there.version !== version) return { rowId, outcome: 'stale', theirs: there };
      server.set(rowId, { version: version + 1, facts });
      return { rowId, outcome: 'saved', version: version + 1 };
    });
  };
  const book = openBook({
    send,
    kept: keptEdits(shelf, account, '2023-09'),
    later: (ms, call) => {
      waits.push(ms);
      due = call;
      return () => {
        if (due === call) due = undefined;
      };
    },
  });
  const pass = async () => {
    const call = due;
    due = undefined;
    call?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const type = (rowId: string, fact: FactName, after: FactValue) =>
    book.type([{ rowId, fact, before: null, after }]);
  book.read(server);
  return { book, sent, waits, way, pass, type };
}

const aServer = () => new Map(['a', 'b', 'c'].map((rowId) => [rowId, standing(0)] as const));

describe('what is typed', () => {
  test('of several cells and rows goes together, each row once', async () => {
    const server = aServer();
    const { book, sent, pass, type } = aWindow(aShelf(), server);
    type('a', 'monthFen', '5');
    type('a', 'problem', '缺资金');
    type('b', 'monthFen', '6');
    expect(book.get().traffic).toBe('waiting');
    await pass();
    expect(sent.map((rows) => rows.map(({ rowId }) => rowId))).toEqual([['a', 'b']]);
    expect(server.get('a')).toEqual(standing(1, { monthFen: '5', problem: '缺资金' }));
    expect([book.isAllSaved(), book.get().traffic]).toEqual([true, 'rest']);
  });

  test('without a network is tried again, later and later, and at once when it is back', async () => {
    const server = aServer();
    const { book, sent, waits, way, pass, type } = aWindow(aShelf(), server);
    way.isOpen = false;
    type('a', 'monthFen', '5');
    for (let attempt = 0; attempt < 8; attempt += 1) await pass();
    expect(sent).toHaveLength(8);
    expect(waits.slice(-8)).toEqual([1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000]);
    expect([book.get().traffic, book.isAllSaved()]).toEqual(['cut', false]);
    way.isOpen = true;
    await book.flush();
    expect(server.get('a')).toEqual(standing(1, { monthFen: '5' }));
    expect(book.get().traffic).toBe('rest');
  });

  test('survives the window: another one sends it', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const first = aWindow(shelf, server);
    first.way.isOpen = false;
    first.type('a', 'monthFen', '5');
    first.book.misread('b', 'monthFen', { text: '一千', wrong: '不是金额' });
    await first.pass();
    const second = aWindow(shelf, server);
    expect(factsOf(second.book.get().entries.get('a')!).monthFen).toBe('5');
    expect(second.book.get().entries.get('b')!.unread).toEqual({
      monthFen: { text: '一千', wrong: '不是金额' },
    });
    await second.pass();
    expect(server.get('a')).toEqual(standing(1, { monthFen: '5' }));
    expect(second.book.isAllSaved()).toBe(false);
    second.type('b', 'monthFen', '1000');
    await second.pass();
    expect(second.book.isAllSaved()).toBe(true);
    expect(shelf.length).toBe(0);
  });

  test('and arrived although its answer was lost is not sent twice', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const first = aWindow(shelf, server);
    first.way.isOpen = false;
    first.type('a', 'monthFen', '5');
    server.set('a', standing(1, { monthFen: '5' }));
    const second = aWindow(shelf, server);
    await second.pass();
    expect([second.sent, second.book.isAllSaved()]).toEqual([[], true]);
  });

  test('by one person is never sent by another at the same machine', async () => {
    const [server, shelf] = [aServer(), aShelf()];
    const first = aWindow(shelf, server);
    first.way.isOpen = false;
    first.type('a', 'monthFen', '5');
    const other = aWindow(shelf, server, 'li');
    await other.pass();
    expect([other.sent, other.book.isAllSaved()]).toEqual([[], true]);
  });

  test('on a row that somebody changed shows both, and the decision is sent', async () => {
    const server = aServer();
    const { book, pass, type } = aWindow(aShelf(), server);
    server.set('a', standing(4, { monthFen: '6' }));
    type('a', 'monthFen', '5');
    await pass();
    expect(book.get().entries.get('a')!.trouble).toMatchObject({ kind: 'stale', theirs: { version: 4 } });
    book.decide('a', 'mine');
    await pass();
    expect(server.get('a')).toEqual(standing(5, { monthFen: '5' }));
  });

  test('and refused stays, and is sent again once it is changed', async () => {
    const server = aServer();
    const { book, pass, type } = aWindow(aShelf(), server);
    server.delete('c');
    type('c', 'monthFen', '5');
    await pass();
    expect(book.get().entries.get('c')!.trouble).toEqual({ kind: 'refused', text: '没有这个项目' });
    expect(factsOf(book.get().entries.get('c')!).monthFen).toBe('5');
    server.set('c', standing(0));
    type('c', 'monthFen', '7');
    await pass();
    expect(server.get('c')).toEqual(standing(1, { monthFen: '7' }));
  });

  test('in a browser without room is sent all the same, and it is said that nothing is kept', async () => {
    const server = aServer();
    const { book, pass, type } = aWindow(aShelf(10), server);
    type('a', 'monthFen', '5');
    expect(book.get().isKept).toBe(false);
    await pass();
    expect(server.get('a')).toEqual(standing(1, { monthFen: '5' }));
    expect(book.get().isKept).toBe(true);
  });
});
