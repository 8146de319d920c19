import { describe, expect, test } from 'vitest';
import { defineMatter } from '../domain/define-matter.ts';
import type { DeclaredMatter } from '../domain/definition.ts';
import { allMatterKinds, matterKind } from '../domain/matter-kinds.ts';
import { plea } from './a-kind.ts';

const base = {
  id: 'note',
  text: '事项',
  about: 'none',
  prefix: 'SX',
  states: { open: '办理中', closed: '已办结' },
  ends: ['closed'],
  fields: { evidence: { text: '佐证', kind: 'files' } },
  opens: { by: ['raiser'], requires: [] },
  actions: { close: { text: '办结', from: 'open', to: 'closed', by: 'raiser' } },
  clocks: {},
} as const;

/** The base as text-keyed, so that what the compiler would refuse can be tried at run time too. */
const loose = (change: Partial<Record<keyof DeclaredMatter, unknown>>) =>
  ({ ...base, ...change }) as unknown as DeclaredMatter;

describe('the compiler refuses', () => {
  const actions = { close: { text: '办结', from: 'open', to: 'closed', by: 'raiser' } } as const;
  // Never run: the lines below are for the compiler, which checks that each of them is an error.
  const compiled = () => [
    defineMatter({
      ...base,
      // @ts-expect-error -- there is no state named shut
      actions: { close: { text: '办结', from: 'open', to: 'shut', by: 'raiser' } },
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- there is no state named begun
      actions: { close: { text: '办结', from: ['open', 'begun'], to: 'closed', by: 'raiser' } },
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- no clock can run in a state that does not exist
      clocks: { handle: { text: '时限', runsIn: 'begun', against: 'lead' } },
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- there is no field named proof
      actions: { close: { ...actions.close, requires: ['proof'] } },
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- opening cannot ask for a field that does not exist
      opens: { by: ['raiser'], requires: ['proof'] },
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- an end must be a state
      ends: ['shut'],
    }),
    defineMatter({
      ...base,
      // @ts-expect-error -- there is no such seat
      actions: { close: { text: '办结', from: 'open', to: 'closed', by: 'neighbour' } },
    }),
  ];
  test('states, fields and seats that do not exist, seven of them', () =>
    expect(String(compiled).match(/defineMatter/g)?.length).toBeGreaterThanOrEqual(7));
});

describe('a kind of matter is refused at the start of the program', () => {
  const { close } = base.actions;
  const answered = {
    states: { open: '办理中', answered: '待确认', closed: '已办结' },
    fields: { ...base.fields, satisfaction: { text: '满意度', kind: 'score' } },
  };
  const answer = { text: '答复', from: 'open', to: 'answered', by: 'lead' };
  const confirm = { text: '确认', from: 'answered', to: 'closed', by: 'raiser' };
  test.each([
    ['a state nothing leads to', { states: { ...base.states, lost: '失联' } }, 'nothing leads to lost'],
    [
      'a state no action leaves though it is not meant as an end',
      { ...answered, actions: { close, answer } },
      'no action leaves answered',
    ],
    [
      'an end that is left',
      { actions: { close, reopen: { ...close, from: 'closed', to: 'open' } } },
      'closed is an end and yet is left',
    ],
    ['a handler who closes', { actions: { close: { ...close, by: ['raiser', 'lead'] } } }, 'lets lead close'],
    ['a supporter who closes', { actions: { close: { ...close, by: 'support' } } }, 'lets support close'],
    ['a program that closes', { actions: { close: { ...close, by: 'system' } } }, 'lets the program close'],
    [
      'a time-out without a clock against the raiser',
      {
        ...answered,
        actions: { answer, confirm: { ...confirm, by: 'system', effect: 'call-back-timeout' } },
      },
      'one clock against the raiser in answered',
    ],
    [
      'a time-out that a person does',
      {
        ...answered,
        actions: { answer, confirm: { ...confirm, effect: 'call-back-timeout' } },
        clocks: { wait: { text: '期限', runsIn: 'answered', against: 'raiser' } },
      },
      'no person',
    ],
    [
      'satisfaction without a score',
      { ...answered, actions: { answer, confirm: { ...confirm, effect: 'satisfaction' } } },
      'does not ask for the score',
    ],
    ['an id that is not kebab-case', { id: 'NoteBook' }, 'not in kebab-case'],
    ['an action that is not kebab-case', { actions: { closeIt: close } }, 'closeIt is not in kebab-case'],
    ['a prefix that is not letters', { prefix: 'sx1' }, 'two to four capitals'],
  ])('for %s', (_, change, message) => expect(() => defineMatter(loose(change))).toThrow(message));

  test('for the id or the prefix of another', () => {
    expect(() => defineMatter(loose({ id: 'plea' }))).toThrow('Two kinds');
    expect(() => defineMatter(loose({ prefix: 'QQ' }))).toThrow('both number');
  });
});

describe('the kinds that were declared', () => {
  test('are found by id', () => {
    expect(matterKind('plea')).toBe(plea);
    expect(allMatterKinds()).toContain(plea);
  });
  test('leave none for an unknown id', () => expect(() => matterKind('plee')).toThrow('plee'));
});
