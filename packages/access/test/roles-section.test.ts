import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { overlayPack, type Pack, readPack } from '#pack';
import { actorFrom } from '../actor.ts';
import { actionsOf, definePermissions, may } from '../permission.ts';
import { limitedBy, rolesSection } from '../roles-section.ts';

definePermissions([
  { action: 'note.edit', text: '修改便条', roles: ['department', 'district-filler'], within: 'holders' },
  { action: 'note.edit', text: '修改便条', roles: ['department'], within: 'city', states: ['draft'] },
  { action: 'note.allow', text: '批准便条', roles: ['leader'], within: 'city', fixed: true },
  { action: 'note.keys', text: '管理便条', roles: ['security-admin'], within: 'city' },
]);

const city = ['id: tiny', 'cityId: 829900', 'name: 三川', 'province: 虚构省', 'keyPrefix: SC', ''].join('\n');
const folder = mkdtempSync(join(tmpdir(), 'guatu-roles-'));
writeFileSync(join(folder, 'city.yaml'), city);
const shipped = readPack([folder], [rolesSection]).pack;
const withOff = (off: string) => overlayPack(shipped, new Map([['roles.yaml', `off:\n${off}`]]));
const off = (role: string, sentence: string) => `  - { role: ${role}, sentence: ${sentence} }\n`;
const allowed = (pack: Pack, role: 'department' | 'district-filler', target: object) =>
  may(
    limitedBy(pack, actorFrom({ accountId: 'a', name: '甲', grants: [{ role, orgId: 'o' }] })),
    'note.edit',
    target,
  );

describe('a sentence switched off for a role', () => {
  const { pack } = withOff(off('department', 'note.edit/holders'));

  test.each([
    ['no longer lets that role act', 'department', { holders: ['o'] }, false],
    ['leaves its other sentences', 'department', { state: 'draft' }, true],
    ['leaves the other roles of the sentence', 'district-filler', { holders: ['o'] }, true],
  ] as const)('%s', (_, role, target, expected) => expect(allowed(pack, role, target)).toBe(expected));

  test('is not even offered where no other sentence remains', () => {
    const filler = actorFrom({
      accountId: 'a',
      name: '甲',
      grants: [{ role: 'district-filler', orgId: 'o' }],
    });
    const limited = limitedBy(withOff(off('district-filler', 'note.edit/holders')).pack, filler);
    expect(actionsOf(filler)).toContain('note.edit');
    expect(actionsOf(limited)).not.toContain('note.edit');
  });

  test('adds nothing to what the program allows', () => {
    const guest = actorFrom({ accountId: 'a', name: '甲', grants: [{ role: 'guest' }] });
    expect(actionsOf(limitedBy(pack, guest))).toEqual(actionsOf(guest));
  });
});

describe('what cannot be switched off', () => {
  const refused = (text: string) =>
    rolesSection.checkChange?.(
      withOff(text).pack.sections.get('roles') as { off: { role: string; sentence: string }[] },
      { off: [] },
    );
  test.each([
    [
      'anything of the three administrators',
      off('security-admin', 'note.keys/city'),
      /安全管理员”是三员之一/,
    ],
    ['what switches on again', off('leader', 'note.allow/city'), /“批准便条”不能停用/],
    ['what the role never had', off('guest', 'note.edit/holders'), /没有“note.edit\/holders”这条权限/],
  ])('%s', (_, text, message) => {
    expect(withOff(text).problems).toEqual([]);
    expect(refused(text)).toMatchObject([{ message: expect.stringMatching(message) }]);
  });

  test('a role that does not exist is a fault of the file', () => {
    expect(withOff(off('mayor', 'note.edit/city')).problems).toMatchObject([{ line: 2 }]);
  });
});
