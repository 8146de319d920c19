import type { CityWords } from './city-words.ts';
import type { Listed } from './listed-projects.ts';
import type { Random } from './random.ts';

/** How a report names a listed project otherwise, as people do who type it from memory. */
export function otherName(random: Random, { name, place }: Listed, city: CityWords): string {
  const bare = name.replace(/(?:建设项目|项目|工程)$/, '');
  const short = place.aliases.find((alias) => alias.length === 2) ?? place.name;
  return random.pick([
    ...(name.endsWith('工程') ? [`${bare}项目`] : [`${bare}工程`]),
    `${city.name}${name}`,
    `${place.name}${name}`,
    `${short}${name}`,
    ...(bare.includes('期') ? [] : [bare]),
    `${bare}建设项目`.replace('建设建设', '建设'),
  ]);
}

/** The same name in other brackets, widths and dashes: equal, so that nothing is said. */
export function equalName(random: Random, name: string): string {
  return random.pick([
    name.replace('（', '(').replace('）', ')'),
    name.replace('（', '【').replace('）', '】'),
    name.replace('（', '〔').replace('）', '〕'),
  ]);
}

export const unlistedNames = [
  '向应广场提升项目',
  '滨海栈道夜景亮化工程',
  '老旧电梯更新项目',
  '航空物流枢纽配套工程',
  '氢能加注站示范项目',
  '口袋公园改造工程',
];
