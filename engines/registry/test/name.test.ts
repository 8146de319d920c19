import { describe, expect, test } from 'vitest';
import { cleanName, coreName, normalName } from '../index.ts';

describe('two names are the same if they differ only in', () => {
  test.each([
    ['white space', '滨海 大道\u3000工\u00a0程\n', '滨海大道工程'],
    ['width', 'Ａ区（一期）', 'A区(一期)'],
    ['brackets', '厂房【二期】〔扩建〕[三]', '厂房(二期)(扩建)(三)'],
    ['dashes', '甲—乙–丙－丁−戊', '甲-乙-丙-丁-戊'],
    ['case', 'ABC研发中心', 'abc研发中心'],
  ])('%s', (_, a, b) => expect(normalName(a)).toBe(normalName(b)));
});

test.each([
  ['厂房一期', '厂房二期'],
  ['滨海大道', '滨海大道工程'],
  ['厂房(一)', '厂房一'],
])('%s and %s stay two names', (a, b) => expect(normalName(a)).not.toBe(normalName(b)));

test('a kept name loses its white space and nothing else', () => {
  expect(cleanName(' 滨海\n大道（Ａ段）—东 ')).toBe('滨海大道（Ａ段）—东');
});

test.each([
  ['西港仓储项目', '西港仓储', true],
  ['西港仓储（一期）建设项目', '西港仓储一期工程', true],
  ['西港仓储一期', '西港仓储二期', false],
])('of one sponsor, %s and %s: alike %s', (a, b, alike) => expect(coreName(a) === coreName(b)).toBe(alike));
