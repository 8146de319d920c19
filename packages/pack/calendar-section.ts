import Type, { type Static } from 'typebox';
import type { HolidayNotice } from '#kernel/calendar';
import { isPlainDate, type PlainDate, weekdayOf, yearOf } from '#kernel/plain-date';
import { definePackSection } from './pack-section.ts';

const CalendarFile = Type.Object({
  year: Type.Integer({ minimum: 1949, maximum: 2199 }),
  notices: Type.Array(
    Type.Object({
      document: Type.String({ minLength: 1 }),
      issuedOn: Type.String(),
      days: Type.Array(
        Type.Object({ day: Type.String(), rest: Type.Boolean(), name: Type.String({ minLength: 1 }) }),
      ),
    }),
    { minItems: 1 },
  ),
});

type CalendarFile = Static<typeof CalendarFile>;

/** The official holiday and make-up days, one file per year, each notice with its number. */
export const calendarSection = definePackSection<readonly HolidayNotice[]>({
  id: 'calendar',
  files: ['calendar/*.yaml'],
  empty: [],
  merge: (lower, upper) => [...lower, ...upper],
  read(files) {
    const notices = files.list('calendar/*.yaml').flatMap((path) => {
      const yaml = files.yaml(path, CalendarFile);
      if (!yaml) return [];
      const { year } = yaml.value;
      if (!path.endsWith(`/${year}.yaml`)) {
        files.report(yaml.at('year'), `文件名与年份${year}不一致`, `请把文件改名为 ${year}.yaml`);
      }
      for (const { where, message, remedy } of dayFaults(yaml.value)) {
        files.report(yaml.at('notices', ...where), message, remedy);
      }
      return yaml.value.notices.map((notice) => ({ ...notice, year }) as HolidayNotice);
    });
    return files.result(notices);
  },
});

type DayFault = { where: (string | number)[]; message: string; remedy: string };

function dayFaults({ year, notices }: CalendarFile): DayFault[] {
  return notices.flatMap(({ issuedOn, days }, index) => [
    ...dayFault(issuedOn, [index, 'issuedOn']),
    ...days.flatMap(({ day, rest, name }, at) => {
      const where = [index, 'days', at, 'day'];
      const fault = dayFault(day, where);
      if (fault.length > 0) return fault;
      if (Math.abs(yearOf(day as PlainDate) - year) > 1) {
        return [{ where, message: `“${day}”不在${year}年前后`, remedy: '请改正年份' }];
      }
      const needless = !rest && weekdayOf(day as PlainDate) < 6;
      return needless
        ? [{ where, message: `${name}补班日“${day}”本是工作日`, remedy: '请核对通知原文' }]
        : [];
    }),
  ]);
}

function dayFault(day: string, where: (string | number)[]): DayFault[] {
  if (isPlainDate(day)) return [];
  return [{ where, message: `“${day}”不是有效日期`, remedy: '请写成 2023-05-06 的格式' }];
}
