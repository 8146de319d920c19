import { yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

type MissingUnit = {
  readonly name: string;
  readonly unit: string | null;
  readonly contacts: readonly string[];
};

export type ChaserDistrict = {
  readonly district: string;
  readonly contacts: readonly string[];
  readonly missing: readonly MissingUnit[];
};

type About = {
  readonly name: string;
  readonly dueOn: PlainDate;
  readonly cutOffHour: number | null;
  readonly today: PlainDate;
};

/** 催报: who has not reported, their contacts and the deadline; empty where nothing is missing. Names no figures. */
export function chaserText(about: About, districts: readonly ChaserDistrict[]): string {
  const behind = districts.filter(({ missing }) => missing.length > 0);
  if (behind.length === 0) return '';
  const count = behind.reduce((sum, { missing }) => sum + missing.length, 0);
  const { name, dueOn, cutOffHour, today } = about;
  const hour = cutOffHour === null ? '' : `${cutOffHour}时`;
  const state = today > dueOn ? '现已逾期' : '请按时报送';
  return [
    `【催报】${name}项目月报应于${dayText(dueOn, today)}${hour}前报送，${state}。截至${dayText(today, today)}，还有${count}个项目未报：`,
    ...behind.map(districtLine),
    '请以上单位尽快登录报送；已报送的请忽略。',
  ].join('\n');
}

function districtLine({ district, contacts, missing }: ChaserDistrict): string {
  const who = contacts.length > 0 ? `（联系人：${contacts.join('、')}）` : '';
  const projects = missing.map(({ name, unit, contacts: own }) => {
    const about = [unit, ...own].filter((text) => text !== null && text !== '');
    return about.length > 0 ? `${name}（${about.join('，')}）` : name;
  });
  return `${district}${who}：${projects.join('；')}。`;
}

/** 10月3日; with its year where that is another than today's. */
function dayText(day: PlainDate, today: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number);
  const ofYear = year === yearOfMonth(today.slice(0, 7) as `${number}-${number}`) ? '' : `${year}年`;
  return `${ofYear}${month}月${date}日`;
}
