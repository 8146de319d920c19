import { type Actor, accessMigrations, type City, localOperator } from '#access';
import { type Db, inScope, type Scope } from '#db';
import { type TestDatabase, testDatabase } from '#db/testing';
import { registryMigrations } from '#engines/registry';
import { filesMigrations } from '#files';
import { newId } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import { calendarSection, type Pack } from '#pack';
import { tellingMigrations } from '#telling';
import { defineMatter } from '../domain/define-matter.ts';
import type { Ladder } from '../domain/ladder.ts';
import { laddersSection } from '../ladders-section.ts';
import { mattersSection } from '../matters-section.ts';
import { mattersMigrations } from '../migrations.ts';

export const cityId = 210200;

/** A kind with everything a kind can have: passed on, redone, called back, paused. */
defineMatter({
  id: 'trial',
  text: '试验事项',
  about: 'none',
  prefix: 'SY',
  states: { raised: '待受理', handling: '办理中', done: '待确认', closed: '已办结' },
  ends: ['closed'],
  fields: {
    content: { text: '情况', kind: 'text' },
    evidence: { text: '佐证', kind: 'text' },
    reason: { text: '理由', kind: 'text' },
    satisfaction: { text: '满意度', kind: 'score' },
  },
  opens: { by: ['raiser', 'coordinator'], requires: ['content'] },
  actions: {
    accept: { text: '受理', from: 'raised', to: 'handling', by: 'lead' },
    bounce: {
      text: '转办',
      from: 'raised',
      to: 'raised',
      by: 'lead',
      requires: ['reason'],
      effect: 'bounce',
    },
    finish: { text: '报结', from: 'handling', to: 'done', by: 'lead', requires: ['evidence'] },
    confirm: {
      text: '确认',
      from: 'done',
      to: 'closed',
      by: 'raiser',
      requires: ['satisfaction'],
      effect: 'satisfaction',
    },
    again: { text: '重办', from: 'done', to: 'handling', by: 'raiser', requires: ['reason'], effect: 'redo' },
    'time-out': { text: '逾期未确认', from: 'done', to: 'closed', by: 'system', effect: 'call-back-timeout' },
  },
  clocks: {
    accept: { text: '受理时限', runsIn: 'raised', against: 'lead' },
    handle: { text: '办理时限', runsIn: 'handling', against: 'lead' },
    confirm: { text: '确认期限', runsIn: 'done', against: 'raiser' },
  },
  ladder: 'trials',
});

const days = (amount: number) => ({ amount, unit: 'working-day' }) as const;
const policy = (amount: number, pausable = false) => ({
  rule: { limit: days(amount), warn: days(1), basis: '平台默认值', ...(pausable ? { pausable } : {}) },
  cases: [],
});

const ladder: Ladder = {
  id: 'trials',
  text: '试验阶梯',
  levels: [
    { id: 'district', text: '区县', to: 'lead' },
    { id: 'vice-mayor', text: '分管副市长', to: 'vice-mayor' },
  ],
  route: [],
  rungs: [
    {
      id: 'late',
      when: { kind: 'overdue', clock: 'handle', days: 1, unit: 'day' },
      tell: ['lead', 'coordinator'],
      basis: '平台默认值',
    },
    {
      ...{
        id: 'up',
        when: { kind: 'overdue', clock: 'handle', days: 3, unit: 'working-day' },
        basis: '平台默认值',
      },
      ...{ tell: ['vice-mayor'], raiseTo: 'vice-mayor' },
    },
    { id: 'bounced', when: { kind: 'bounces', count: 2 }, tell: ['coordinator'], basis: '平台默认值' },
  ],
};

export async function aDatabase(): Promise<TestDatabase> {
  return testDatabase([
    accessMigrations,
    filesMigrations,
    registryMigrations,
    tellingMigrations,
    mattersMigrations,
  ]);
}

type Eyes = { readonly at?: string; readonly actor?: Actor; readonly cityId?: number };

/** Somebody who acts for an organisation, or an office of the whole city. */
export function anActor(holders: readonly string[], more: Partial<Actor> = {}): Actor {
  const { trusted: _, ...plain } = localOperator;
  return { ...plain, accountId: newId<'account'>(), reach: 'holders', holders, orgIds: holders, ...more };
}

/** Runs acts in one transaction at an instant (`2026-09-21T02:00:00Z`), by default by the operator. */
export function asCity<T>(db: Db, work: (city: City) => Promise<T>, eyes: Eyes = {}): Promise<T> {
  const { actor = localOperator, at = '2026-09-21T02:00:00Z' } = eyes;
  const id = eyes.cityId ?? cityId;
  const now = new Date(at);
  const scope: Scope = { cityId: id, actorId: actor.accountId, reach: actor.reach, holders: actor.holders };
  const today = todayInShanghai(now);
  return inScope(db, scope, (tx) => work({ tx, cityId: id, pack: trialPack(id), today, now, actor }));
}

function trialPack(id: number): Pack {
  const kinds = {
    trial: {
      clocks: { accept: policy(2), handle: policy(5, true), confirm: policy(3) },
      pauses: [
        { id: 'hearing', text: '听证', longestDays: 20, approver: 'coordinator', basis: '平台默认值' },
      ],
    },
  };
  const sections = new Map<string, unknown>([
    [mattersSection.id, { kinds }],
    [laddersSection.id, [ladder]],
    [calendarSection.id, []],
  ]);
  return { id: 'test', cityId: id, name: '试验市', keyPrefix: 'TS', sections };
}
