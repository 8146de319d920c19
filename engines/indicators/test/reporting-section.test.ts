import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, citySection, loadPack, sectionOf } from '#pack';
import { reportingSection } from '../index.ts';

const shipped = join(import.meta.dirname, '../../../packs/china/reporting.yaml');
const sections = [citySection, reportingSection];

describe('reporting.yaml of a pack', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'guatu-reporting-'));
    const city = 'id: shi\ncityId: 330100\nname: 试验市\nprovince: 某省\nkeyPrefix: TS\n';
    writeFileSync(join(dir, 'city.yaml'), city);
    cpSync(shipped, join(dir, 'reporting.yaml'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const shippedText = readFileSync(shipped, 'utf8');
  const write = (text: string) => writeFileSync(join(dir, 'reporting.yaml'), text);
  const edit = (from: string, to: string) => {
    expect(shippedText).toContain(from);
    write(shippedText.replace(from, to));
  };

  test('is read with four steps, nothing joined, and its source', () => {
    expect(checkPack([dir], sections)).toEqual([]);
    expect(sectionOf(loadPack([dir], sections), reportingSection)).toMatchObject({
      ...{ basis: '平台默认值', openingDay: 25, cutOffHour: 18, lockDay: 10, publishDay: 12 },
      ...{ exceptions: [], joined: [] },
      steps: [{ by: 'filler' }, { by: 'district' }, { by: 'department' }, { by: 'coordinator' }],
    });
  });

  test.each([
    [
      'a step due before the one before it',
      'district, dueDay: 5',
      'district, dueDay: 2',
      '的截止日早于“填报”',
    ],
    ['a lock before the last step', 'lockDay: 10', 'lockDay: 8', '锁定日早于最后一个环节'],
    ['publishing before the lock', 'publishDay: 12', 'publishDay: 9', '发布日早于锁定日'],
    ['steps in a wrong order', 'by: department, dueDay: 7', 'by: district, dueDay: 7', '次序不对'],
    ['no verification at the end', 'by: coordinator, dueDay: 9', 'by: department, dueDay: 9', '不是市级核定'],
    ['an impossible day', 'openingDay: 25', 'openingDay: 32', 'openingDay'],
    ['an id taken twice', 'id: department', 'id: district', 'id 重复'],
  ])('with %s is a problem with its line and a way out', (_name, from, to, message) => {
    edit(from, to);
    const problem = checkPack([dir], sections).find((one) => one.message.includes(message));
    expect(problem).toMatchObject({ file: expect.stringContaining('reporting.yaml') });
    expect(problem?.line).toBeGreaterThan(1);
    expect(problem?.remedy).not.toBe('');
  });

  test.each([
    ['exceptions:\n  - { month: 9, due: { pass: 3 } }\n', '没有环节“pass”'],
    ['exceptions:\n  - { month: 9 }\n  - { month: 9 }\n', '9月的例外写了两次'],
    ['joined:\n  - [1, 3]\n', '月份不相连'],
    ['joined:\n  - [1, 2]\n  - [1, 2]\n', '有月份合并了两次'],
    ['joined:\n  - [7, 8]\n', '不是从1月开始'],
  ])('adding %j is a problem', (more, message) => {
    write(`${shippedText}\n${more}`);
    expect(
      checkPack([dir], sections)
        .map((one) => one.message)
        .join(),
    ).toContain(message);
  });
});
