import type { Light } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import { lastDayOf, monthNumber, yearOfMonth } from '#kernel/month';
import type { Values } from '#kernel/sentence';
import type { FenDigits, Figures, GroupFigures, NamedGroup, RankingLine } from './figures.ts';
import { endsOf } from './ranking.ts';

export const yi = (fen: FenDigits | null): string => (fen === null ? '—' : formatMoney(BigInt(fen), '亿元'));
export const percent = (share: string | null): string => (share === null ? '—' : `${share}%`);

/** The figures that sentences may name, as they read. */
export function valuesOf(figures: Figures): Values {
  const { month, total, evaluatedOn } = figures;
  const n = monthNumber(month);
  const { first, last } = endsOf(figures.ranking);
  const districtsMissing = figures.districts.filter(({ projects, reported }) => projects > reported);
  return new Map([
    ['年', String(yearOfMonth(month))],
    ['月', String(n)],
    ['年月', `${yearOfMonth(month)}年${n}月`],
    ['起止', n === 1 ? '1月' : `1—${n}月`],
    ['月末', `${n}月${Number(lastDayOf(month).slice(8))}日`],
    ['评价日', dayWords(evaluatedOn)],
    ['项目数', `${total.projects}个`],
    ['不报月报数', `${figures.apart}个`],
    ['在建数', countOf(figures, 'building')],
    ['新开工数', countOf(figures, 'new-start')],
    ['已报数', `${total.reported}个`],
    ['未报数', `${total.projects - total.reported}个`],
    ['全年计划', `${yi(total.planYearFen)}亿元`],
    ['累计计划', `${yi(total.planFen)}亿元`],
    ['累计完成', `${yi(total.actualFen)}亿元`],
    ['完成率', percent(total.completion)],
    ['已报完成率', percent(total.reportedCompletion)],
    ['计划进度', percent(total.plannedProgress)],
    ['实际进度', percent(total.actualProgress)],
    ['时间进度', `${figures.timeProgress}%`],
    ['与计划进度比较', comparison(total.actualProgress, total.plannedProgress, '计划进度')],
    ['与时间进度比较', comparison(total.actualProgress, figures.timeProgress, '时间进度')],
    ['绿灯数', `${total.lights.green}个`],
    ['黄灯数', `${total.lights.yellow}个`],
    ['红灯数', `${total.lights.red}个`],
    ['灰灯数', `${total.lights.grey}个`],
    ['绿灯变化', changeOf(total, 'green')],
    ['黄灯变化', changeOf(total, 'yellow')],
    ['红灯变化', changeOf(total, 'red')],
    ['灰灯变化', changeOf(total, 'grey')],
    ['新转红灯数', compared(figures, figures.newlyRed)],
    ['转出红灯数', compared(figures, figures.noLongerRed)],
    ['红灯较多地区', mostRed(figures.districts)],
    ['靠前地区', endWords(first)],
    ['靠后地区', endWords(last)],
    ['地区数', `${figures.districts.length}个`],
    ['未报地区数', `${districtsMissing.length}个`],
    [
      '未报地区',
      districtsMissing.map(({ name, projects, reported }) => `${name}${projects - reported}个`).join('、') ||
        '无',
    ],
    ...originalValues(figures),
  ]);
}

/** Named only where plans were changed. */
function originalValues({ plans }: Figures): [string, string][] {
  if (!plans) return [];
  const { revised, originalYearFen, originalFen, originalCompletion } = plans.total;
  return [
    ['调整计划数', `${revised}个`],
    ['原全年计划', `${yi(originalYearFen)}亿元`],
    ['原累计计划', `${yi(originalFen)}亿元`],
    ['按原计划完成率', percent(originalCompletion)],
  ];
}

export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 比上月增加2个; of the first month evaluated there is no month before. */
export function changeOf({ lights, before }: GroupFigures, light: Light): string {
  if (!before) return '上月没有亮灯数据';
  const change = lights[light] - before[light];
  return change === 0 ? '与上月持平' : `比上月${change > 0 ? '增加' : '减少'}${Math.abs(change)}个`;
}

/** Of the first month evaluated nobody can say what turned. */
function compared({ previousMonth }: Figures, turned: readonly string[]): string {
  return previousMonth === null ? '无法比较（上月没有亮灯数据）' : `${turned.length}个`;
}

function countOf({ categories }: Figures, id: string): string {
  return `${categories.find((one) => one.id === id)?.projects ?? 0}个`;
}

function comparison(part: string | null, whole: string | null, name: string): string {
  if (part === null || whole === null) return `与${name}无法比较`;
  // Both have one decimal: tenths are whole numbers.
  const tenths = Math.round(Number(part) * 10) - Math.round(Number(whole) * 10);
  if (tenths === 0) return `与${name}持平`;
  return `${tenths > 0 ? '高于' : '低于'}${name}${(Math.abs(tenths) / 10).toFixed(1)}个百分点`;
}

function mostRed(districts: readonly NamedGroup[]): string {
  const red = districts.filter(({ lights }) => lights.red > 0);
  const chosen = red.toSorted((a, b) => b.lights.red - a.lights.red).slice(0, 3);
  return chosen.map(({ name, lights }) => `${name}${lights.red}个`).join('、') || '无';
}

function endWords(lines: readonly RankingLine[]): string {
  return lines.map(({ name, completion }) => `${name}（${percent(completion)}）`).join('、') || '无';
}
