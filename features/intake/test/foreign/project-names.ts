import type { CityWords } from './city-words.ts';
import type { Random } from './random.ts';

const spots = {
  dalian: [
    '金石滩',
    '棋盘磨',
    '营城子',
    '星海',
    '夏家河',
    '石槽',
    '董家沟',
    '杏树',
    '皮口',
    '安波',
    '青堆',
    '蓉花山',
    '松木岛',
    '北海',
    '双台沟',
    '獐子岛',
    '永宁',
    '得利寺',
    '谢屯',
    '黑石礁',
    '由家村',
    '毛茔子',
    '亮甲店',
    '唐家房',
    '复州城',
    '泉水',
    '周水子',
    '大长山',
    '明阳',
    '城山',
    '元台',
    '莲花山',
    '李官',
    '太阳升',
    '徐岭',
    '栗子房',
    '东港',
    '机车',
    '春柳',
    '红凌',
  ],
  lishui: [
    '碧湖',
    '大港头',
    '古堰',
    '船寮',
    '温溪',
    '高湖',
    '壶镇',
    '仙都',
    '新碧',
    '妙高',
    '云峰',
    '湖山',
    '古市',
    '玉岩',
    '象溪',
    '崇头',
    '石塘',
    '紧水滩',
    '松源',
    '竹口',
    '荷地',
    '鹤溪',
    '东坑',
    '沙湾',
    '剑池',
    '塔石',
    '安仁',
    '住龙',
    '八都',
    '水阁',
    '富岭',
    '七百秧',
    '南城',
    '老竹',
    '黄村',
    '腊口',
    '祯埠',
    '舒洪',
    '大源',
    '北界',
  ],
} as const;

const subjects: readonly (readonly [subject: string, industry: string])[] = [
  ['污水处理厂提标', '市政'],
  ['集装箱码头', '交通'],
  ['智慧物流园', '物流'],
  ['供热管网改造', '市政'],
  ['新能源装备产业园', '工业'],
  ['疏港公路改扩建', '交通'],
  ['城中村改造安置房', '住房'],
  ['九年一贯制学校', '教育'],
  ['中医院迁建', '卫生'],
  ['抽水蓄能电站', '能源'],
  ['海上风电场', '能源'],
  ['河道综合治理', '水利'],
  ['中型水库', '水利'],
  ['冷链仓储中心', '商贸'],
  ['文旅综合体', '文旅'],
  ['半导体材料生产线', '工业'],
  ['智算中心', '数字经济'],
  ['养老服务中心', '民政'],
  ['垃圾焚烧发电', '市政'],
  ['生态修复', '生态'],
  ['高标准农田建设', '农业'],
  ['海参苗种繁育基地', '农业'],
  ['高速公路连接线', '交通'],
  ['电池材料', '工业'],
  ['标准厂房', '工业'],
];

export type Named = { readonly name: string; readonly industry: string };

/** Project names that no one takes for one another. */
export function projectNames(random: Random, city: CityWords, count: number): Named[] {
  const tops = random.shuffled(spots[city.pack]);
  const kinds = random.shuffled(subjects);
  return Array.from({ length: count }, (_, i) => {
    const [subject, industry] = kinds[i % kinds.length] as (typeof kinds)[number];
    const spot = tops[(i * 7 + Math.floor(i / tops.length)) % tops.length] as string;
    const phase = random.chance(0.12) ? random.pick(['（一期）', '二期', '（一期）']) : '';
    return {
      name: `${spot}${subject}${phase}${random.pick(['项目', '工程', '工程', '项目', '建设项目'])}`,
      industry,
    };
  });
}

/** Stray spaces and line breaks in a name; what is read has none. */
export function strayName(random: Random, name: string): string {
  const at = random.int(2, name.length - 2);
  const gap = random.pick([' ', '　', '\n', '\u00a0', '  ']);
  return random.pick([`${name.slice(0, at)}${gap}${name.slice(at)}`, ` ${name}`, `${name}　`, `${name}\n`]);
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '志强',
  '文博',
  '晓东',
  '雅琴',
  '建国',
  '思远',
  '立新',
  '玉兰',
  '海燕',
  '明轩',
];

export function person(random: Random): string {
  return random.pick(surnames) + random.pick(given);
}
