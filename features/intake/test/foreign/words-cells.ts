import { type Value, type Written, written } from './cell.ts';
import type { CityWords, PlaceWords } from './city-words.ts';
import type { Random } from './random.ts';

export type Place = { readonly code: string | null; readonly name: string };

export const emptyMarks: readonly Value[] = [
  null,
  null,
  null,
  '',
  '—',
  '——',
  '-',
  '－',
  '/',
  '无',
  '暂无',
  ' ',
];

const noCode = ['正在办理', '待赋码', '办理中', '未赋码', '—', null, '', '无'];

export function emptyCode(random: Random): Written<null> {
  return written(random.pick(noCode), null);
}

/** One place, mostly by its name. */
export function placeCell(random: Random, place: PlaceWords): Written<Place[]> {
  const [read] = [{ code: place.code, name: place.name }];
  if (random.chance(0.85)) return written(random.chance(0.1) ? ` ${place.name}` : place.name, [read]);
  return written(random.pick(place.aliases), [read], 'alias-resolved');
}

export function cityPlaceCell(random: Random, city: CityWords): Written<Place[]> {
  const word = random.pick(city.city);
  const read = [{ code: city.code, name: '市本级' }];
  return word === '市本级' ? written(word, read) : written(word, read, 'alias-resolved');
}

export function severalPlaces(random: Random, places: readonly PlaceWords[]): Written<Place[]> {
  const [aliased, separator] = [random.chance(0.3), random.pick(['、', '，', ',', '；', '/', '\n', '、 '])];
  const texts = places.map((p, i) => (aliased && i === 1 ? (p.aliases[0] as string) : p.name));
  const read = places.map(({ code, name }) => ({ code, name }));
  return written(texts.join(separator), read, ...(aliased ? ['alias-resolved'] : []));
}

/** One or two departments; a spelling of old is said once for the cell. */
export function departmentsCell(random: Random, city: CityWords): Written<string[]> {
  const chosen = random.some(city.departments, random.chance(0.12) ? 2 : 1);
  const texts = chosen.map((words) => (random.chance(0.2) ? random.pick(words) : (words[0] as string)));
  const aliased = texts.some((text, i) => text !== chosen[i]?.[0]);
  const separator = random.pick(['、', '，', '；', '\n']);
  return written(
    texts.join(separator),
    chosen.map((words) => words[0] as string),
    ...(aliased ? ['alias-resolved'] : []),
  );
}

export function listsCell(random: Random, city: CityWords): Written<string[]> {
  const chosen = random.some(city.lists, random.int(1, Math.min(3, city.lists.length)));
  const separator = random.pick(['、', '，', '；', '\n', '；\n', ',', '/', ';']);
  const long = random.chance(0.4);
  const texts = chosen.map(([name, ...short]) => (long ? name : random.pick(short)));
  return written(
    texts.join(separator),
    chosen.map(([name]) => name),
  );
}

export function projectCode(random: Random, region: string, year: number): string {
  const y = String(random.int(year - 3, year) % 100).padStart(2, '0');
  const m = String(random.int(1, 12)).padStart(2, '0');
  const tail = String(random.int(100000, 999999));
  return `${y}${m}-${region}-${random.pick(['04', '48', '54', '70', '89'])}-0${random.int(1, 5)}-${tail}`;
}

/** A code that can be restored. */
export function restorableCode(random: Random, code: string): Written<string> {
  const wide = (text: string) => text.replace(/[\d-]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const text = random.pick([
    code.replaceAll('-', ''),
    wide(code),
    code.replaceAll('-', '–'),
    code.replaceAll('-', ' - '),
    code.replace('-', '- '),
    code.replaceAll('-', '—'),
  ]);
  return written(text, code, 'code-normalised');
}

export function malformedCode(random: Random, code: string): Written<null> {
  const value = random.pick<Value>([
    code.slice(0, -1),
    `${code.slice(0, 2)}13${code.slice(4)}`,
    `${code.slice(0, 2)}00${code.slice(4)}`,
    `发改审批〔20${code.slice(0, 2)}〕${random.int(10, 300)}号`,
    Number(code.replaceAll('-', '')),
    `${code}1`,
    '见批复',
  ]);
  return written(value, null, 'code-malformed');
}

const uscLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function creditCode(random: Random, region: string): string {
  const body = `91${region}MA${Array.from({ length: 7 }, () => random.pick([...uscLetters])).join('')}`;
  let total = 0;
  let weight = 1;
  for (const letter of body) {
    total += uscLetters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return `${body}${uscLetters[(31 - (total % 31)) % 31]}`;
}

/** Lower case and stray spaces are put right without a word. */
export function creditCell(random: Random, code: string): Written<string> {
  const text = random.pick([
    code,
    code,
    code,
    code.toLowerCase(),
    ` ${code}`,
    `${code.slice(0, 8)} ${code.slice(8)}`,
  ]);
  return written(text, code);
}

export function wrongCredit(random: Random, code: string): Written<string | null> {
  const last = code.at(-1) as string;
  const wrong = code.slice(0, -1) + uscLetters[(uscLetters.indexOf(last) + random.int(1, 29)) % 31];
  return random.pick<Written<string | null>>([
    written(wrong, wrong, 'uscc-check'),
    written(code.slice(0, -1), null, 'uscc-malformed'),
    written(`${code.slice(0, 10)}O${code.slice(11)}`, null, 'uscc-malformed'),
    written(`${code}0`, null, 'uscc-malformed'),
  ]);
}
