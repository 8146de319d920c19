import Type, { type Static } from 'typebox';
import type { HolidayNotice } from '#kernel/calendar';
import { isPlainDate, type PlainDate, weekdayOf, yearOf } from '#kernel/plain-date';
import { integerColumn, oneOfColumn, parsedColumn, textColumn } from './csv-column.ts';
import { openPackFiles, type PackFiles } from './pack-files.ts';
import type { PackProblem } from './pack-problem.ts';
import { definePackSection } from './pack-section.ts';
import type { PackYaml } from './read-yaml.ts';

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
      return noticesIn(files, yaml);
    });
    return files.result(notices);
  },
});

/** The notices of one file that is not part of a pack, whatever its name: the pack's YAML, or CSV with one day a row. */
export function readNoticeFile(
  shownAs: string,
  text: string,
): { value: readonly HolidayNotice[]; problems: readonly PackProblem[] } {
  const files = openPackFiles('', '', new Map([[shownAs, text]]));
  if (/\.csv$/i.test(shownAs)) return files.result(noticesOfRows(files, shownAs));
  const yaml = files.yaml(shownAs, CalendarFile);
  return files.result(yaml ? noticesIn(files, yaml) : []);
}

function noticesIn(files: PackFiles, yaml: PackYaml<CalendarFile>): HolidayNotice[] {
  for (const { where, message, remedy } of dayFaults(yaml.value)) {
    files.report(yaml.at('notices', ...where), message, remedy);
  }
  const { year, notices } = yaml.value;
  return notices.map((notice) => ({ ...notice, year }) as HolidayNotice);
}

const dayColumn = parsedColumn((raw) => (isPlainDate(raw) ? raw : undefined), '2023-05-06');

const noticeColumns = {
  年份: integerColumn,
  文号: textColumn,
  印发日期: dayColumn,
  日期: dayColumn,
  安排: oneOfColumn(['放假', '补班']),
  名称: textColumn,
};

function noticesOfRows(files: PackFiles, path: string): HolidayNotice[] {
  const rows = files.csv(path, noticeColumns);
  const byNotice = Map.groupBy(rows, (row) => `${row.年份} ${row.文号} ${row.印发日期}`);
  return [...byNotice.values()].flatMap((own) => {
    const [{ 年份: year, 文号: document, 印发日期: issuedOn }] = own as [(typeof own)[number]];
    const days = own.map(({ 日期: day, 安排, 名称: name }) => ({ day, rest: 安排 === '放假', name }));
    const notice = { year, notices: [{ document, issuedOn, days }] };
    for (const { where, message, remedy } of dayFaults(notice)) {
      files.report(own[where[2] as number]?.at ?? own[0]!.at, message, remedy);
    }
    return [{ year, document, issuedOn, days }];
  });
}

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
      if (days.findIndex((one) => one.day === day) < at) {
        return [{ where, message: `“${day}”在同一通知中写了两次`, remedy: '请核对通知原文，只留一行' }];
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
