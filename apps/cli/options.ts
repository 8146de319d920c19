import { InvalidArgumentError, Option } from 'commander';
import { isMonth, type Month } from '#kernel/month';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';

export const jsonOption = () => new Option('--json', '以 JSON 输出');

export const cityOption = () =>
  new Option('--city <市>', '市包名称、城市名称或区划代码').makeOptionMandatory();

export const dayOption = (flags: string, meaning: string) => new Option(flags, meaning).argParser(parseDay);

export const monthOption = (flags: string, meaning: string) =>
  new Option(flags, meaning).argParser(parseMonth);

export const yearOption = (flags: string, meaning: string) => new Option(flags, meaning).argParser(parseYear);

export function parseDay(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError('请写成 2023-06-10 这样的日期');
  return text;
}

function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError('请写成 2023-05 这样的月份');
  return text;
}

function parseYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('请写成 2023 这样的年份');
  return Number(text);
}
