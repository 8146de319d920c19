import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMatterKinds, type DeclaredMatter, type Seat } from '#engines/matters';
import { allKinds } from '../kinds/all-kinds.ts';

const kinds: readonly DeclaredMatter[] = allKinds;
const cases = kinds.map((kind) => [kind.text, kind] as const);
const listOf = <T extends string>(named: T | readonly T[]): readonly T[] =>
  typeof named === 'string' ? [named] : named;
const startOf = (kind: DeclaredMatter) => Object.keys(kind.states)[0] ?? '';

/** Where an action leads from a state; undefined where the definition forbids it. */
function step(kind: DeclaredMatter, state: string, action: string, seat: Seat): string | undefined {
  const asked = kind.actions[action];
  const may = asked && listOf(asked.from).includes(state) && listOf(asked.by).includes(seat);
  return may ? asked.to : undefined;
}

const seats: readonly Seat[] = [
  'raiser',
  'lead',
  'support',
  'district',
  'coordinator',
  'government-office',
  'supervision-office',
  'leader',
  'system',
];
const walks = (kind: DeclaredMatter) =>
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(kind.actions)), fc.constantFrom(...seats)), {
    minLength: 20,
    maxLength: 120,
  });

describe('the kinds of matters', () => {
  test('are fifteen, each declared once under its own letters', () => {
    expect(kinds).toHaveLength(15);
    expect(new Set(allMatterKinds())).toEqual(new Set(kinds));
    expect(new Set(kinds.map(({ prefix }) => prefix)).size).toBe(15);
  });
});

describe.each(cases)('%s', (_, kind) => {
  const actions = Object.entries(kind.actions);

  test('whatever is tried by whomever, stays within its states, ends once and is never ended by who handles it', () => {
    fc.assert(
      fc.property(walks(kind), (walk) => {
        let state = startOf(kind);
        for (const [action, seat] of walk) {
          const next = step(kind, state, action, seat);
          if (next === undefined) continue;
          expect(kind.ends).not.toContain(state);
          expect(Object.keys(kind.states)).toContain(next);
          if (kind.ends.includes(next)) expect(['lead', 'support']).not.toContain(seat);
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('can be brought to an end from every state', () => {
    const ending = new Set<string>(kind.ends);
    for (let before = -1; before < ending.size; ) {
      before = ending.size;
      for (const [, { from, to }] of actions)
        if (ending.has(to)) for (const state of listOf(from)) ending.add(state);
    }
    expect([...ending].toSorted()).toEqual(Object.keys(kind.states).toSorted());
  });

  test('asks for or takes every field it has, and asks why where it undoes or refuses', () => {
    const { requires, takes = [] } = kind.opens;
    const used = actions.flatMap(([, one]) => [...(one.requires ?? []), ...(one.takes ?? [])]);
    const all = new Set([...requires, ...takes, ...used]);
    expect(Object.keys(kind.fields).filter((field) => !all.has(field))).toEqual([]);
    for (const [, { effect, requires: asked }] of actions)
      if (effect === 'redo' || effect === 'bounce') expect(asked).toContain('reason');
  });

  test('has a running clock wherever somebody must move', () => {
    const clocked = new Set(Object.values(kind.clocks).flatMap(({ runsIn }) => listOf(runsIn)));
    const still = Object.keys(kind.states).filter(
      (state) => !kind.ends.includes(state) && !clocked.has(state),
    );
    expect(still).toEqual(waiting[kind.id] ?? []);
  });

  test('hides what is personal of whom it concerns', () => {
    for (const [field, { personal }] of Object.entries(kind.fields))
      if (['contact', 'phone', 'address'].includes(field)) expect(personal).toBe(true);
  });
});

/** Drafts press nobody; what a leader said counts from its written confirmation. */
const waiting: Readonly<Record<string, readonly string[]>> = {
  'oral-order': ['noted'],
  assignment: ['drafted'],
  supervision: ['drafted'],
  'reminder-letter': ['drafted'],
};

describe('who closes', () => {
  const closers = (id: string) => {
    const kind = kinds.find((one) => one.id === id);
    const closing = Object.values(kind?.actions ?? {}).filter(({ to }) => kind?.ends.includes(to));
    return [...new Set(closing.flatMap(({ by }) => listOf(by)))].toSorted();
  };
  test.each([
    ['instruction', ['government-office']],
    ['oral-order', ['government-office']],
    ['problem', ['coordinator', 'raiser', 'system']],
    ['appeal', ['coordinator', 'raiser', 'system']],
    ['foreign-complaint', ['coordinator', 'raiser', 'system']],
    ['commitment', ['coordinator', 'government-office', 'supervision-office']],
    ['rectification', ['coordinator', 'raiser', 'supervision-office']],
    ['measure', ['coordinator', 'government-office', 'supervision-office']],
  ])('%s: %j', (id, by) => expect(closers(id)).toEqual(by));
});

describe('a result is shown with evidence', () => {
  test.each([
    ['problem', 'resolve'],
    ['instruction', 'report'],
    ['oral-order', 'report'],
    ['foreign-complaint', 'answer'],
    ['commitment', 'claim'],
    ['task', 'report'],
    ['rectification', 'report'],
    ['assignment', 'reply'],
    ['supervision', 'reply'],
    ['interview', 'report'],
    ['measure', 'claim'],
  ])('%s: %s', (id, action) =>
    expect(kinds.find((one) => one.id === id)?.actions[action]?.requires).toContain('evidence'),
  );
});
