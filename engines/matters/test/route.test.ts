import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal';
import { matterFacts } from '../domain/matter-facts.ts';
import { routeMatter } from '../domain/route.ts';
import { plea } from './a-kind.ts';
import { aLadder } from './a-ladder.ts';

const ladder = aLadder();
const routed = (given: Record<string, unknown>, project = {}) =>
  routeMatter(ladder, matterFacts(plea, { given, project }));

describe('a matter begins on the level of the first rule it meets', () => {
  test.each([
    ['nothing ticked', {}, 'unit'],
    ['needs the city', { needsCity: true }, 'vice-mayor'],
    ['across districts', { crossDistrict: true }, 'executive'],
    ['across districts and needs the city', { crossDistrict: true, needsCity: true }, 'executive'],
    ['grave', { grave: true }, 'mayor'],
    [
      'grave, across districts, needs the city',
      { grave: true, crossDistrict: true, needsCity: true },
      'mayor',
    ],
    ['a grave one that was unticked', { grave: false, needsCity: true }, 'vice-mayor'],
  ])('%s: %s', (_, given, level) => expect(routed(given).level).toBe(level));

  test('the size of its project may decide, exactly at the boundary', () => {
    expect(routed({}, { investment: 99_999_999_999n }).level).toBe('unit');
    expect(routed({}, { investment: 100_000_000_000n }).level).toBe('vice-mayor');
  });
});

describe('a route says why', () => {
  test('by its clause and every condition that was asked on the way', () => {
    const { basis, clause, parts, overridden } = routed({ crossDistrict: true });
    expect({ basis, clause, overridden }).toEqual({
      basis: '常务副市长（XX-2）',
      clause: 'XX-2',
      overridden: false,
    });
    expect(parts.map(({ field, result }) => [field, result])).toEqual([
      ['grave', 'not-met'],
      ['crossDistrict', 'met'],
    ]);
  });

  test('and an override by its reason, the rules still shown', () => {
    const facts = matterFacts(plea, { given: { grave: true } });
    const { level, basis, overridden, parts } = routeMatter(ladder, facts, {
      level: 'unit',
      reason: ' 县里已有方案 ',
    });
    expect({ level, basis, overridden }).toEqual({ level: 'unit', basis: '县里已有方案', overridden: true });
    expect(parts[0]).toMatchObject({ field: 'grave', result: 'met' });
  });

  test.each([
    [{ level: 'king', reason: '要紧' }, 'matter.route_no_level'],
    [{ level: 'mayor', reason: '  ' }, 'matter.route_no_reason'],
  ])('an override as %j is refused', (override, code) => {
    const act = () => routeMatter(ladder, {}, override);
    expect(act).toThrow(Refusal);
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
