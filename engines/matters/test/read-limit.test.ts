import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/calendar';
import { findLimit, leftText, limitText, readLimit } from '../domain/read-limit.ts';
import { aPause, aRun, at, notices, world } from './clock-cases.ts';

describe('a limit as it is written', () => {
  test.each([
    ['2个工作日', 2, 'working-day', '2个工作日'],
    ['2工作日', 2, 'working-day', '2个工作日'],
    ['１０ 个工作日内', 10, 'working-day', '10个工作日'],
    ['60分钟', 60, 'minute', '60分钟'],
    ['24小时以内', 24, 'hour', '24小时'],
    ['24个小时', 24, 'hour', '24小时'],
    ['7日', 7, 'day', '7日'],
    ['7天', 7, 'day', '7日'],
    ['7个自然日', 7, 'day', '7日'],
    ['当日', 0, 'day', '当日'],
    ['0个工作日', 0, 'working-day', '0个工作日'],
    ['本旬末', 0, 'xun', '本旬末'],
    ['下旬末', 1, 'xun', '下旬末'],
    ['本月底', 0, 'month-end', '本月底'],
    ['本月末', 0, 'month-end', '本月底'],
    ['次月底', 1, 'month-end', '次月底'],
    ['下月底', 1, 'month-end', '次月底'],
    ['3月后底', 3, 'month-end', '3月后底'],
  ])('%s', (text, amount, unit, back) => {
    expect(readLimit(text)).toEqual({ amount, unit });
    expect(limitText(readLimit(text))).toBe(back);
    expect(readLimit(back)).toEqual({ amount, unit });
  });

  test.each([
    '',
    '工作日',
    '两个工作日',
    '2',
    '-2个工作日',
    '2.5日',
    '2周',
    '旬末',
    '月底',
    '下旬',
    '限时',
    '100000日',
  ])('not “%s”', (text) => {
    expect(findLimit(text)).toBeUndefined();
    expect(() => readLimit(text)).toThrow(`“${text}”不是时限`);
  });
});

describe('what is left, in words', () => {
  const rule = { limit: '3个工作日', dayEnds: '17:00' };
  const run = aRun('2026-11-20 09:00', rule);
  test.each([
    ['2026-11-20 10:00', '还剩 3 个工作日（11月25日 17:00 前）'],
    ['2026-11-25 10:00', '今天到期（11月25日 17:00 前）'],
    ['2026-11-25 17:30', '今天已过时限'],
    ['2026-11-27 10:00', '已超期 2 个工作日'],
  ])('%s: %s', (instant, text) => expect(leftText(run, world(instant))).toBe(text));

  test.each([
    ['while it stands still', { ...run, pauses: [aPause('2026-11-23 09:00')] }, '已暂停'],
    ['paused too late', { ...run, pauses: [aPause('2026-11-26 09:00')] }, '已暂停，暂停前今天已过时限'],
    ['ended in time', { ...run, endedAt: at('2026-11-25 16:00') }, '按期办结'],
    ['ended late', { ...run, endedAt: at('2026-11-26 16:00') }, '已办结，已超期 1 个工作日'],
    ['of natural days', aRun('2026-11-20 09:00', { limit: '9日' }), '还剩 2 天（11月29日 24:00 前）'],
    ['of hours', aRun('2026-11-27 09:00', { limit: '24小时' }), '还剩 20 小时 50 分钟（11月28日 09:00 前）'],
    ['of minutes', aRun('2026-11-27 12:00', { limit: '60分钟' }), '还剩 50 分钟（11月27日 13:00 前）'],
    ['of minutes, late', aRun('2026-11-27 08:00', { limit: '60分钟' }), '已超期 3 小时 10 分钟'],
    ['of minutes, just late', aRun('2026-11-27 11:09:40', { limit: '60分钟' }), '已超期'],
  ])('%s', (_name, one, text) => expect(leftText(one, world('2026-11-27 12:10'))).toBe(text));

  test('over the end of a year without a notice', () => {
    const calendar = makeCalendar(notices);
    const late = aRun('2026-12-30 09:00', rule);
    expect(leftText(late, world('2026-12-30 10:00', { calendar }))).toBe(
      '还剩 3 个工作日（2027年1月4日 17:00 前，暂定）',
    );
  });
});
