import { describe, expect, test } from 'vitest';
import { actorFrom } from '../actor.ts';
import { ensureApart } from '../administrators.ts';
import { scopeOf } from '../city.ts';
import { allRoles, type Role, roles } from '../role.ts';

const org = 'o';
const below = ['o', 'o1'];

describe('what a role reaches', () => {
  test.each<[Role, 'city' | 'holders', string[]]>([
    ['filler', 'holders', below],
    ['district-filler', 'holders', below],
    ['district-reviewer', 'holders', below],
    ['department', 'holders', below],
    ['coordinator-clerk', 'city', below],
    ['coordinator-section-head', 'city', below],
    ['coordinator-head', 'city', below],
    ['government-office', 'city', below],
    ['supervision-office', 'city', below],
    ['leader', 'city', below],
    ['secretary', 'holders', ['p']],
    ['system-admin', 'holders', []],
    ['security-admin', 'holders', []],
    ['audit-admin', 'holders', []],
    ['guest', 'holders', []],
  ])('%s: %s, %j', (role, reach, holders) => {
    const actor = actorFrom({
      accountId: 'a',
      name: '甲',
      personId: 'p',
      grants: [{ role, orgId: org, below }],
    });
    expect([actor.reach, actor.holders]).toEqual([reach, holders]);
    const readsAudit = role === 'audit-admin';
    expect(scopeOf(actor, 210200)).toEqual({ cityId: 210200, actorId: 'a', reach, holders, readsAudit });
  });

  test('every role is in the table above', () => expect(allRoles).toHaveLength(15));
});

test('an account without a grant reaches nothing', () => {
  const actor = actorFrom({ accountId: 'a', name: '甲', grants: [] });
  expect([actor.reach, actor.holders]).toEqual(['holders', []]);
});

describe('three administrators', () => {
  const pairs = allRoles.flatMap((one) => allRoles.map((other) => [one, other] as const));
  test.each(pairs)('%s beside %s', (one, other) => {
    const allowed = one === other || !(roles[one].administrator || roles[other].administrator);
    const grant = () => ensureApart([one], other);
    if (allowed) expect(grant).not.toThrow();
    else expect(grant).toThrow('三员分立');
  });
});
