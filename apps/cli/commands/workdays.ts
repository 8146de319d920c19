import { type Command, InvalidArgumentError } from 'commander';
import { calendarOf } from '#calendar';
import {
  addWorkingDays,
  type Calendar,
  type DayKind,
  makeCalendar,
  workingDaysBetween,
} from '#kernel/calendar';
import { addDays, type PlainDate, weekdayOf } from '#kernel/plain-date';
import { defineRefusals, refuse } from '#kernel/refusal';
import { jsonOption, parseDay } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { shippedNotices } from '../shipped-notices.ts';
import { withCity } from '../with-program.ts';

defineRefusals({
  'workdays.what': {
    status: 422,
    text: '请写两个日期，或者一个日期和 --add <天数>，如 guatu workdays 2023-09-28 2023-10-12',
  },
});

type Flags = OutputOptions & { readonly add?: number; readonly city?: string };

export function addWorkdays(program: Command): void {
  program
    .command('workdays')
    .argument('<起日>', '如 2023-09-28', parseDay)
    .argument('[止日]', '如 2023-10-12', parseDay)
    .description('两日之间有几个工作日，逐日列出；或某日之后第几个工作日是哪一天')
    .option('--add <天数>', '起日之后第几个工作日，起日不计；负数为之前', parseCount)
    .option('--city <市>', '连同已载入数据库的放假通知；不写只按随程序发布的通知')
    .addOption(jsonOption())
    .action(async (from: PlainDate, to: PlainDate | undefined, flags: Flags) => {
      if ((to === undefined) === (flags.add === undefined)) refuse('workdays.what');
      const calendar = flags.city
        ? await withCity(flags.city, (city) => calendarOf(city))
        : makeCalendar(shippedNotices());
      const answer = countedDays(calendar, from, to ?? addWorkingDays(calendar, from, flags.add ?? 0).day);
      printAnswer(answer, linesOf(answer), flags);
    });
}

type ToldDay = DayKind & { readonly day: PlainDate };

type CountedDays = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The first day is not counted, the last is. */
  readonly workingDays: number;
  readonly workingDaysWithFirst: number;
  readonly provisional: boolean;
  readonly days: readonly ToldDay[];
};

function countedDays(calendar: Calendar, from: PlainDate, to: PlainDate): CountedDays {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const days: ToldDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, ...calendar.dayKind(day) });
  const { days: workingDays } = workingDaysBetween(calendar, from, to);
  const workingDaysWithFirst = days.filter(({ works }) => works).length * (from <= to ? 1 : -1);
  const provisional = days.some((one) => one.provisional);
  return { from, to, workingDays, workingDaysWithFirst, provisional, days };
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const bases = { weekday: '工作日', weekend: '周末', holiday: '放假', makeup: '补班' } as const;

function linesOf({ from, to, workingDays, workingDaysWithFirst, provisional, days }: CountedDays): string[] {
  return [
    `${from} 至 ${to}：${workingDays} 个工作日（起日不计）；起日计入为 ${workingDaysWithFirst} 个`,
    ...(provisional ? ['其中有的年份还没有放假通知，按平常的周末暂计'] : []),
    ...days.map(({ day, basis, name, provisional: unsettled }) => {
      const told = `${bases[basis]}${name ? `（${name}）` : ''}${unsettled ? '，暂计' : ''}`;
      return `${day} 周${weekdays[weekdayOf(day) - 1]} ${told}`;
    }),
  ];
}

function parseCount(text: string): number {
  if (!/^-?\d{1,4}$/.test(text)) throw new InvalidArgumentError('请写整数，如 5');
  return Number(text);
}
