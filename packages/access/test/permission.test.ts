import { describe, expect, test } from 'vitest';
import { actorFrom, anonymousActor, localOperator } from '../actor.ts';
import { ensureDifferentPerson } from '../denied.ts';
import { explainPermissions, permissionCsv, permissionRows } from '../explain.ts';
import { actionsOf, definePermissions, ensureMay, may, withheldFields } from '../permission.ts';
import { allRoles } from '../role.ts';

const sentences = definePermissions([
  {
    action: 'card.edit',
    text: '修改卡片',
    roles: ['district-filler'],
    states: ['draft', 'returned'],
    stateNames: { draft: '草稿', returned: '退回' },
    within: 'holders',
  },
  { action: 'card.edit', text: '修改卡片', roles: ['coordinator-clerk'], within: 'city' },
  { action: 'card.review', text: '审核卡片', roles: ['district-reviewer'], within: 'holders' },
  {
    action: 'card.view',
    text: '查看卡片',
    roles: ['district-filler'],
    within: 'holders',
    except: ['remark', 'phone'],
    fieldNames: { remark: '内部备注', phone: '联系电话' },
  },
  { action: 'card.view', roles: ['department'], within: 'holders', except: ['phone'] },
  { action: 'card.withdraw', text: '撤回卡片', roles: ['filler'], within: 'own' },
]);

const [east, eastTown, west] = ['e', 't', 'w'] as const;
const filler = actorFrom({
  accountId: 'a',
  name: '甲',
  grants: [
    { role: 'district-filler', orgId: east, below: [east, eastTown] },
    { role: 'district-reviewer', orgId: west },
  ],
});
const clerk = actorFrom({ accountId: 'b', name: '乙', grants: [{ role: 'coordinator-clerk' }] });

describe('a district filler of the east who reviews in the west', () => {
  test.each([
    ['edits a draft of the east', 'card.edit', { holders: [east], state: 'draft' }, true],
    ['edits a draft of a town below', 'card.edit', { holders: [eastTown], state: 'returned' }, true],
    ['edits what is locked', 'card.edit', { holders: [east], state: 'locked' }, false],
    ['edits what has no state', 'card.edit', { holders: [east] }, false],
    ['edits what nobody holds', 'card.edit', { state: 'draft' }, false],
    [
      'edits a draft of the west, by the reach of another role',
      'card.edit',
      { holders: [west], state: 'draft' },
      false,
    ],
    ['reviews in the west', 'card.review', { holders: [west] }, true],
    ['reviews in the east', 'card.review', { holders: [east] }, false],
    ['withdraws', 'card.withdraw', { own: true }, false],
    ['does what no sentence names', 'card.burn', { holders: [east], own: true }, false],
    ['comes to the door of editing', 'card.edit', undefined, true],
    ['comes to the door of withdrawing', 'card.withdraw', undefined, false],
  ] as const)('%s: %s', (_what, action, target, allowed) =>
    expect(may(filler, action, target)).toBe(allowed),
  );
});

test('a coordinator edits in any state anywhere; a visitor does nothing; the operator is not asked', () => {
  expect(may(clerk, 'card.edit', {})).toBe(true);
  expect(may(anonymousActor, 'card.edit')).toBe(false);
  expect(may(localOperator, 'card.edit', {})).toBe(true);
});

test('a refusal names the act in Chinese, or hides that there is anything', () => {
  expect(() => ensureMay({ actor: clerk }, 'card.review')).toThrow('审核卡片');
  expect(() => ensureMay({ actor: clerk }, 'card.review', { hidden: true })).toThrow('没有找到');
  expect(ensureMay({ actor: clerk }, 'card.edit', {})).toBeUndefined();
});

test('a field is withheld only if every sentence that lets in withholds it', () => {
  const both = actorFrom({
    accountId: 'c',
    name: '丙',
    grants: [
      { role: 'district-filler', orgId: east },
      { role: 'department', orgId: east },
    ],
  });
  expect(withheldFields(filler, 'card.view', { holders: [east] })).toEqual(['remark', 'phone']);
  expect(withheldFields(both, 'card.view', { holders: [east] })).toEqual(['phone']);
});

test('a client learns which actions to show', () => {
  expect(actionsOf(filler)).toEqual(['card.edit', 'card.review', 'card.view']);
});

test('sentences read in Chinese', () => {
  expect(explainPermissions(sentences).map((one) => one.sentence)).toEqual([
    '区市县填报员可以修改卡片，范围为本单位及下级（服务秘书为本人）负责的对象，限状态为「草稿」「退回」时。',
    '市发展改革委经办人可以修改卡片，范围为全市。',
    '区市县审核员可以审核卡片，范围为本单位及下级（服务秘书为本人）负责的对象。',
    '区市县填报员可以查看卡片，范围为本单位及下级（服务秘书为本人）负责的对象，不含「内部备注」「联系电话」。',
    '市直部门经办人可以查看卡片，范围为本单位及下级（服务秘书为本人）负责的对象，不含「phone」。',
    '填报人可以撤回卡片，范围为本人的对象。',
  ]);
});

test('the table has a cell for every role, action and state, denials included', () => {
  const rows = permissionRows(sentences);
  expect(rows).toHaveLength(allRoles.length * (2 + 1 + 1 + 1));
  expect(rows).toContainEqual({
    role: 'district-filler',
    object: 'card',
    action: 'card.edit',
    state: 'draft',
    scope: 'holders',
  });
  expect(rows).toContainEqual({
    role: 'leader',
    object: 'card',
    action: 'card.edit',
    state: 'draft',
    scope: 'deny',
  });
  expect(permissionCsv(rows).split('\n')).toHaveLength(rows.length + 2);
});

test('one person does not do both halves of an act', () => {
  expect(() => ensureDifferentPerson('x', 'x')).toThrow('不能由同一人');
  expect(ensureDifferentPerson('x', 'y')).toBeUndefined();
  expect(ensureDifferentPerson(undefined, undefined)).toBeUndefined();
});
