import type { Ladder } from '../domain/ladder.ts';

/** Four levels, rungs of every kind. */
export function aLadder(change: Partial<Ladder> = {}): Ladder {
  const yes = (field: string) => ({ field, op: 'eq', value: true }) as const;
  const basis = '平台默认值';
  return {
    id: 'pleas',
    text: '协调阶梯',
    levels: [
      { id: 'unit', text: '承办单位', to: 'lead' },
      { id: 'vice-mayor', text: '分管副市长', to: 'vice-mayor' },
      { id: 'executive', text: '常务副市长', to: 'executive-vice-mayor' },
      { id: 'mayor', text: '市长', to: 'mayor' },
    ],
    route: [
      { when: yes('grave'), level: 'mayor', clause: 'XX-1' },
      { when: yes('crossDistrict'), level: 'executive', clause: 'XX-2' },
      {
        when: { any: [yes('needsCity'), { field: 'investment', op: 'gte', value: '10亿元' }] },
        level: 'vice-mayor',
        clause: 'XX-3',
      },
    ],
    rungs: [
      {
        id: 'soon',
        when: { kind: 'due-in', clock: 'handle', before: { amount: 2, unit: 'working-day' } },
        tell: ['lead'],
        basis,
      },
      {
        id: 'late-1',
        when: { kind: 'overdue', clock: 'handle', days: 1, unit: 'working-day' },
        tell: ['lead', 'district'],
        basis,
      },
      {
        id: 'late-3',
        when: { kind: 'overdue', clock: 'handle', days: 3, unit: 'working-day' },
        tell: ['lead', 'vice-mayor'],
        raiseTo: 'vice-mayor',
        basis,
      },
      {
        id: 'late-10',
        when: { kind: 'overdue', clock: 'handle', days: 10, unit: 'working-day' },
        tell: ['lead', 'mayor'],
        raiseTo: 'mayor',
        basis,
      },
      {
        id: 'bounced-3',
        when: { kind: 'bounces', count: 3 },
        tell: ['coordinator'],
        raiseTo: 'vice-mayor',
        basis,
      },
      {
        id: 'redone-2',
        when: { kind: 'redos', count: 2 },
        tell: ['coordinator'],
        raiseTo: 'executive',
        basis,
      },
    ],
    ...change,
  };
}
