import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack, loadPack, sectionOf } from '#pack';
import { pressureSection } from '../pressure-section.ts';

const row = (id: string, more: string) =>
  `  - { id: ${id}, text: ${id}, when: { field: light, op: eq, value: red }, periods: 1, workingDays: 5, ${more} }\n`;
const sound = 'document: warning, to: district, signs: coordinator-head, basis: 平台默认值';

/** A pack of one layer with this table by project. */
function packOf(projects: string, units = ' []'): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'pressure-pack-'));
  const city = 'id: somewhere\ncityId: 829901\nname: 某\nfullName: 某市\nprovince: 某省\nkeyPrefix: MM\n';
  writeFileSync(join(dir, 'city.yaml'), city);
  const head = 'newYear: restart\nnewYearBasis: 平台默认值\n';
  writeFileSync(join(dir, 'pressure.yaml'), `${head}projects:\n${projects}units:${units}\n`);
  return [dir];
}

const faults = (projects: string, units?: string) =>
  checkPack(packOf(projects, units), [pressureSection]).map(({ line, message }) => `${line} ${message}`);

describe('a pack’s pressure tables', () => {
  test('are read, with their basis', () => {
    expect(faults(row('red', sound))).toEqual([]);
    const { projects } = sectionOf(
      loadPack(packOf(row('red', `${sound}, clause: XX-1`)), [pressureSection]),
      pressureSection,
    );
    expect(projects[0]).toMatchObject({ periods: 1, priority: 0, basis: 'XX-1，未写明的为平台默认值' });
  });

  test.each([
    ['a recipient nobody knows', sound.replace('district', 'mayor'), '4 “red”里没有“mayor”这种写法'],
    ['a paper nobody knows', sound.replace('warning', 'praise'), '4 “red”里没有“praise”这种写法'],
    ['no basis', sound.replace(', basis: 平台默认值', ''), '4 “red”没有依据'],
    [
      'an interview that the coordinating office would sign',
      sound.replace('warning', 'interview'),
      '4 “red”是约谈，不能由牵头协调单位签发',
    ],
  ])('are refused with %s', (_title, said, fault) => expect(faults(row('red', said))).toEqual([fault]));

  test('are refused with two rows that only chance could choose between, until one goes first', () => {
    const rows = row('one', sound) + row('two', sound);
    expect(faults(rows)[0]).toBe('5 “two”与“one”可能同时符合，文书相同，分不出用哪一行');
    const ordered =
      row('one', sound) + row('two', `${sound}, priority: 1`).replace('periods: 1', 'periods: 2');
    expect(faults(ordered)).toEqual([]);
  });

  test('are refused with a row that is never taken, naming those before it', () => {
    const heavy = row('heavy', sound.replace('warning', 'supervision'));
    expect(faults(heavy + row('light', sound))).toEqual(['5 “light”永远用不上：符合时总有“heavy”在前']);
  });

  test('by unit go to the unit itself', () => {
    const unit = row('last', sound).replace(
      'field: light, op: eq, value: red',
      'field: fromLast, op: lte, value: 3',
    );
    expect(faults(row('red', sound), `\n${unit}`)[0]).toContain('“last”里没有“district”这种写法');
  });
});
