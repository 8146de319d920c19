import { describe, expect, test } from 'vitest';
import {
  allRefusals,
  defineRefusals,
  ensure,
  Refusal,
  refusalStatus,
  refusalText,
  refuse,
} from '../refusal.ts';

defineRefusals({
  'test.too_many': { status: 409, text: '最多{limit}个，现有{count}个' },
});

describe('a refusal', () => {
  test('carries its code, its details and its filled text', () => {
    const refusal = new Refusal('test.too_many', { limit: 3, count: 5n });
    expect(refusal).toMatchObject({ code: 'test.too_many', details: { limit: 3, count: 5n } });
    expect(refusalText(refusal)).toBe('最多3个，现有5个');
    expect(refusal.message).toBe('最多3个，现有5个');
    expect(refusalStatus(refusal)).toBe(409);
  });

  test('shows a placeholder nobody filled as it is', () => {
    expect(refusalText(new Refusal('test.too_many', { limit: 3 }))).toBe('最多3个，现有{count}个');
  });

  test('says a month as people do', () => {
    expect(refusalText(new Refusal('test.too_many', { limit: '2023-05', count: '2023-05-06' }))).toBe(
      '最多2023年5月个，现有2023-05-06个',
    );
  });

  test('of an undeclared code is its code, and answers 422', () => {
    const refusal = new Refusal('test.nobody_declared');
    expect(refusalText(refusal)).toBe('test.nobody_declared');
    expect(refusalStatus(refusal)).toBe(422);
  });

  test('is thrown by refuse and by ensure on a false condition only', () => {
    expect(() => refuse('test.too_many')).toThrow(Refusal);
    expect(() => ensure(0, 'test.too_many')).toThrow(Refusal);
    expect(() => ensure('yes', 'test.too_many')).not.toThrow();
  });
});

test('a code declared twice is a defect, named', () => {
  expect(() => defineRefusals({ 'test.too_many': { status: 400, text: '' } })).toThrow(/test\.too_many/);
});

test('all declared codes can be listed', () => {
  expect(allRefusals().get('test.too_many')).toEqual({ status: 409, text: '最多{limit}个，现有{count}个' });
});
