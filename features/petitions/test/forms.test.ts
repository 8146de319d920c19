import { describe, expect, test } from 'vitest';
import { codeFits, codeHash, contentHash, followCode, submissionHash } from '../acts/follow-code.ts';
import { isCreditCode } from '../domain/credit-code.ts';
import { isPhone, phoneDigits } from '../domain/phone.ts';

const form = '01890000-0000-7000-8000-000000000001';

describe('a code', () => {
  test('is the same for the same form, another for another, and cannot be read from what is kept', async () => {
    const code = followCode(form);
    expect(followCode(form)).toBe(code);
    expect(followCode('01890000-0000-7000-8000-000000000002')).not.toBe(code);
    expect(submissionHash(form)).not.toContain(code.slice(0, 5));
    const kept = { petitionId: form, codeHash: await codeHash(form, code) };
    expect(await codeFits(` ${code.toLowerCase().replace('-', ' ')}`, kept)).toBe(true);
    expect(await codeFits('AAAAA-AAAAA', kept)).toBe(false);
    expect(await codeFits(code, undefined)).toBe(false);
  });

  test('uses every symbol and no two that look alike', () => {
    const codes = Array.from({ length: 400 }, (_, at) => followCode(`${form}${at}`)).join('');
    expect(codes).not.toMatch(/[01ILO]/);
    expect(new Set(codes).size).toBe(32);
  });
});

test.each([
  ['spaces, punctuation and width', '蒸汽，没有 接入！ABC', '蒸汽没有接入ａｂｃ', true],
  ['one word more', '蒸汽没有接入', '蒸汽一直没有接入', false],
])('texts that differ by %s', (_by, one, other, same) => {
  expect(contentHash(one) === contentHash(other)).toBe(same);
});

test.each([
  ['91350100M000100Y43', true],
  ['91350100M000100Y44', false],
  ['9135010OM000100Y43', false],
  ['91350100M000100Y4', false],
])('the credit code %s holds: %s', (code, holds) => expect(isCreditCode(code)).toBe(holds));

test.each([
  ['13812345678', true, '13812345678'],
  ['+86 138-1234-5678', true, '13812345678'],
  ['(0411) 8234 5678', true, '041182345678'],
  ['0411-82345678', true, '041182345678'],
  ['110', false, '110'],
  ['call me', false, ''],
])('the number %s is one: %s', (text, is, digits) => {
  expect([isPhone(text), phoneDigits(text)]).toEqual([is, digits]);
});
