import { districtKinds, listsSection, organisationsSection } from '#engines/registry';
import { type Pack, sectionOf } from '#pack';
import type { ListRecord } from '../../features/intake/domain/list-record.ts';
import { selected } from '../cities.ts';

const trade = ['装备制造', '石油化工', '电子信息', '交通', '水利', '文旅', '农产品加工', '生物医药'];
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

/** The same numbers on every machine and every day. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type CityOfNames = {
  readonly districts: readonly { readonly code: string | null; readonly name: string }[];
  readonly departments: readonly string[];
  readonly lists: readonly string[];
};

export function namesIn(pack: Pack): CityOfNames {
  const { organisations } = sectionOf(pack, organisationsSection);
  const isDistrict = (kind: string) => districtKinds.some((one) => one === kind);
  return {
    districts: organisations.filter(({ kind }) => isDistrict(kind)).map(({ code, name }) => ({ code, name })),
    departments: organisations.filter(({ kind }) => kind === 'department').map(({ name }) => name),
    lists: sectionOf(pack, listsSection).lists.map(({ name }) => name),
  };
}

/** Where exactly `selected` projects lie, whatever the size of the city. */
export function smallDistrict({ districts }: CityOfNames): string {
  return districts.at(-1)?.name ?? '';
}

/** The rows of a year's list: the same projects every year, two thirds carried over, the others to start in it. */
export function* recordsOf(names: CityOfNames, count: number, year: number): Generator<ListRecord> {
  const every = Math.floor(count / selected);
  for (let at = 0; at < count; at++) {
    const random = seeded(at * 7919 + 17);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const others = names.districts.slice(0, -1);
    // Spread over the city: were they the first of it, whoever goes through it in order would be done early.
    const isSelected = at % every === 0 && at / every < selected;
    const district = isSelected ? names.districts.at(-1)! : pick(others);
    const wan = Math.round(10 ** (3.2 + random() * 2.6));
    const stage = isSelected || random() < 0.66 ? '在建' : '新开工';
    const planWan = Math.max(12, Math.round(wan * (0.1 + random() * 0.3)));
    const month = Math.floor(planWan / 12);
    const monthPlanFen = Array.from({ length: 12 }, (_, n) => fen(n < 11 ? month : planWan - 11 * month));
    const industry = pick(trade);
    const lists = names.lists.filter((_, n) => random() < [0.3, 0.5, 0.2, 0.1, 0.1, 0.1][n]!);
    yield {
      seq: String(at + 1),
      name: `${district.name}${industry}第${at + 1}号项目`,
      code: `2301-210202-04-01-${String(at + 1).padStart(6, '0')}`,
      districts: [district],
      industry,
      nature: random() < 0.8 ? '新建' : '技术改造',
      content: `建设${industry}厂房${Math.round(random() * 90) + 10}千平方米，配套道路、给排水和供电设施`,
      periodStart: stage === '在建' ? '2022-03' : `${year}-03`,
      periodEnd: '2027-12',
      totalFen: fen(wan),
      doneBeforeFen: fen(Math.round(wan * random() * 0.4)),
      planYearFen: fen(planWan),
      monthPlanFen,
      cumPlanFen: null,
      plannedStart: stage === '在建' ? null : `${year}-0${1 + Math.floor(random() * 9)}`,
      fundSource: '企业自筹',
      leadDepts: [pick(names.departments)],
      respUnit: district.name,
      company: `${industry}第${at % 4000}有限公司`,
      uscc: null,
      leader: `${pick([...surnames])}一`,
      secretary: `${pick([...surnames])}二`,
      secretaryPhone: `138${String(at).padStart(8, '0')}`,
      lists: lists.length > 0 ? lists : [names.lists[1]!],
      remark: null,
      stage,
    };
  }
}

const fen = (wan: number) => `${wan}000000`;
