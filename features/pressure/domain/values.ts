import { lightNames } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import { monthText } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Values } from '#kernel/sentence';
import { type FenDigits, isUnitMonth, type LetterFigures } from './figures.ts';

const wan = (fen: FenDigits | null): string =>
  fen === null ? '未报' : `${formatMoney(BigInt(fen), '万元')}万元`;
const percent = (share: string | null): string => (share === null ? '—' : `${share}%`);

/** The figures that the sentences of a letter may name, as they read. `dueOn` is known once the day of issue is. */
export function valuesOf(figures: LetterFigures, dueOn: PlainDate | null): Values {
  const { subject, recipient, month, counted, rule, workingDays, district } = figures;
  return new Map<string, string>([
    ['对象', subject?.name ?? recipient.name],
    ['收函单位', recipient.name],
    ['回复期限', dueOn ? dayWords(dueOn) : `印发后${workingDays}个工作日`],
    ...(subject?.kind === 'project' ? ([['项目编号', subject.number]] as const) : []),
    ...(district ? ([['地区', district]] as const) : []),
    ...(rule ? [['规则', rule.text] as const, ['连续月数', `${counted.length}个月`] as const] : []),
    ...(month
      ? ([
          ['年月', monthText(month.month)],
          ['累计计划', wan(month.planFen)],
          ['累计完成', wan(month.actualFen)],
          ['完成率', percent(month.completion)],
          ...(isUnitMonth(month)
            ? [
                ['名次', `第${month.rank}`],
                ['参加排名数', `${month.ranked}个`],
                ['项目数', `${month.projects}个`],
                ['红灯数', `${month.red}个`],
              ]
            : [
                ['灯', `${lightNames[month.light]}灯`],
                ['缘由', (month.why ?? '见月度通报').replace(/。$/, '')],
                ['全年计划', wan(month.planYearFen)],
              ]),
        ] as [string, string][])
      : []),
  ]);
}

/** 2023年9月12日 */
export function dayWords(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
