import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, citySection, loadPack, sectionOf } from '#pack';
import { lightsSection } from '../index.ts';
import { defaultRules } from './a-rule-set.ts';

const shipped = join(import.meta.dirname, '../../../packs/china/lights.yaml');
const sections = [citySection, lightsSection];

describe('lights.yaml of a pack', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'guatu-lights-'));
    writeFileSync(
      join(dir, 'city.yaml'),
      'id: shi\ncityId: 330100\nname: 试验市\nprovince: 某省\nkeyPrefix: TS\n',
    );
    cpSync(shipped, join(dir, 'lights.yaml'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const edit = (from: string, to: string) => {
    const text = readFileSync(shipped, 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, 'lights.yaml'), text.replace(from, to));
  };

  test('is read as the rules that ship', () => {
    expect(checkPack([dir], sections)).toEqual([]);
    expect(sectionOf(loadPack([dir], sections), lightsSection)).toEqual(defaultRules);
  });

  test.each([
    ['a hole', 'below: 90 }', 'below: 89.9999999 }', 'bands:', '完成率恰为 89.9999999% 时没有灯'],
    ['an overlap', 'light: yellow, from: 70', 'light: yellow, from: 69.99', 'bands:', '同时落入“far-behind”'],
    [
      'an unknown formula',
      'formula: percent-of-plan',
      'formula: percent',
      'formula: percent',
      'formula 应为',
    ],
    ['a missing state', '- { state: no-plan, light: green }', '', 'states:', '没有计划时没有灯'],
  ])('%s is a problem with its line', (_name, from, to, line, message) => {
    edit(from, to);
    const written = readFileSync(join(dir, 'lights.yaml'), 'utf8').split('\n');
    const problem = checkPack([dir], sections).find((one) => one.message.includes(message));
    expect(problem?.file).toContain('lights.yaml');
    expect(problem?.line).toBe(written.findIndex((text) => text.includes(line)) + 1);
    expect(problem?.remedy).not.toBe('');
  });
});
