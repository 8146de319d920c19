import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, icalendar } from '../domain/ical.ts';
import { parseCalendar } from './support/parse-calendar.ts';

const stamp = new Date('2023-09-10T01:02:03.456Z');
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'monthly-2023-09@210200.guatu', day: '2023-09-14', name: '月调度', sequence: 0, stamp },
  ...more,
});

describe('the calendar feed', () => {
  test('has whole days, times in Shanghai, stamps in UTC, and says what was cancelled', () => {
    const text = icalendar('大连市重大项目调度', [
      event(),
      event({
        uid: 'meeting-1',
        time: '09:00',
        url: 'https://guatu.example/dispatch/meetings/1',
        sequence: 3,
      }),
      event({ uid: 'meeting-2', cancelled: true }),
    ]);
    const [plain, timed, cancelled] = parseCalendar(text);
    expect(plain).toMatchObject({
      ...{
        UID: 'monthly-2023-09@210200.guatu',
        'DTSTART;VALUE=DATE': '20230914',
        DTSTAMP: '20230910T010203Z',
      },
      ...{ SUMMARY: '月调度', STATUS: 'CONFIRMED', SEQUENCE: '0' },
    });
    expect(timed).toMatchObject({
      ...{ 'DTSTART;TZID=Asia/Shanghai': '20230914T090000', SEQUENCE: '3' },
      URL: 'https://guatu.example/dispatch/meetings/1',
    });
    expect(cancelled).toMatchObject({ STATUS: 'CANCELLED' });
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n');
  });

  test('gives the same text for the same events', () => {
    expect(icalendar('调度', [event()])).toBe(icalendar('调度', [event()]));
  });

  test('any name and note comes back as it was, however long and whatever signs are in it', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).map((text) =>
      // Lines end with one sign in a calendar, and controls have no place in it.
      text
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\ud800-\udfff]/g, '；,;\\'),
    );
    fc.assert(
      fc.property(words, words, (name, note) => {
        const [parsed] = parseCalendar(icalendar(name, [event({ name, note })]));
        expect([parsed?.['SUMMARY'], parsed?.['DESCRIPTION']]).toEqual([name, note]);
      }),
      { numRuns: 300 },
    );
  });
});
