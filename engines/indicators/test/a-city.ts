import { type Actor, type City, localOperator } from '#access';
import { type Db, inScope, type Scope } from '#db';
import { type TestDatabase, testDatabase } from '#db/testing';
import { registryMigrations } from '#engines/registry';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { indicatorsMigrations, lightsSection, type RuleSet } from '../index.ts';
import { defaultRules } from './a-rule-set.ts';

export const cityId = 210200;

export async function aDatabase(): Promise<TestDatabase> {
  return testDatabase([registryMigrations, indicatorsMigrations]);
}

type Eyes = {
  readonly cityId?: number;
  readonly holders?: readonly string[];
  readonly today?: PlainDate;
  readonly rules?: RuleSet;
};

/** Runs acts in one transaction of a city, seen with the eyes of the whole city or of some holders only. */
export function asCity<T>(db: Db, work: (city: City) => Promise<T>, eyes: Eyes = {}): Promise<T> {
  const id = eyes.cityId ?? cityId;
  const { holders, today = '2023-07-10' } = eyes;
  const reach = holders ? 'holders' : 'city';
  const actor: Actor = { ...localOperator, accountId: newId<'account'>(), reach, holders: holders ?? [] };
  const scope: Scope = { cityId: id, actorId: actor.accountId, reach, holders: holders ?? [] };
  const sections = new Map<string, unknown>([[lightsSection.id, eyes.rules ?? defaultRules]]);
  const pack = { id: 'test', cityId: id, name: '试验市', keyPrefix: 'TS', sections };
  return inScope(db, scope, (tx) => work({ tx, cityId: id, pack, today, now: new Date(), actor }));
}
