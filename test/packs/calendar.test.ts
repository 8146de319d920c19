import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '#kernel/calendar';
import { addDays, type PlainDate, weekdayOf } from '#kernel/plain-date';
import { calendarSection, cityPacks, loadPack, packDirs, sectionOf } from '#pack';

const notices = sectionOf(loadPack(packDirs(cityPacks()[0] ?? ''), []), calendarSection);
const calendar = makeCalendar(notices);

function daysOf(year: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = `${year}-01-01` as PlainDate; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

describe.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])('the calendar of %i', (year) => {
  test('works and rests on the days another source names', () => {
    const differing = daysOf(year).filter(
      (day) => calendar.dayKind(day).works !== chineseDays.isWorkday(day),
    );
    expect(differing).toEqual([]);
  });

  test('is settled', () => {
    expect(daysOf(year).filter((day) => calendar.dayKind(day).provisional)).toEqual([]);
  });

  test('comes from notices with number and date', () => {
    for (const notice of notices.filter((one) => one.year === year)) {
      expect(notice.document).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
      expect(notice.issuedOn.slice(0, 4)).toBe(notice.document.slice(6, 10));
      expect(notice.issuedOn < `${year}-06-01`).toBe(true);
    }
  });
});

test('the prolonged Spring Festival of 2020 overrides the make-up day planned before', () => {
  const kinds = (['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'] as const).map(
    (day) => calendar.dayKind(day).works,
  );
  expect(kinds).toEqual([false, false, false, true]);
});

test('the notice for 2019 settles three days of 2018, and no more of that year', () => {
  expect(calendar.dayKind('2018-12-29')).toMatchObject({ works: true, basis: 'makeup', provisional: false });
  expect(calendar.dayKind('2018-12-31')).toMatchObject({
    works: false,
    basis: 'holiday',
    provisional: false,
  });
  expect(calendar.dayKind('2018-12-28')).toMatchObject({ works: true, basis: 'weekday', provisional: true });
});

test('a year without a notice is answered by the plain week, and says so', () => {
  for (const day of daysOf(2027)) {
    expect(calendar.dayKind(day)).toMatchObject({ works: weekdayOf(day) <= 5, provisional: true });
  }
});
