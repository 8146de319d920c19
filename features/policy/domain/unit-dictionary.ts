import { isDistrictGroup, isOpenName } from './unit-name.ts';

/** An organisation of the city's pack, or a kind of organ that every city has. */
export type DictionaryUnit = {
  readonly id: string;
  readonly name: string;
  readonly spellings: readonly string[];
};

export type DictionaryGroup = DictionaryUnit & { readonly members: readonly string[] };

/** By what names units are known. `organs` are kinds found in every city, told without the city's name. */
export type UnitDictionary = {
  readonly organisations: readonly DictionaryUnit[];
  readonly groups: readonly DictionaryGroup[];
  readonly organs: readonly DictionaryUnit[];
};

export type ResolvedUnit =
  | { readonly kind: 'organisation'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string;
      readonly members: readonly string[];
    }
  | { readonly kind: 'organ'; readonly id: string; readonly name: string }
  | { readonly kind: 'districts' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' };

export type ResolveUnit = (name: string) => ResolvedUnit;

/** Finds who is meant by a printed name; what nobody knows stays unknown. */
export function resolverOf({ organisations, groups, organs }: UnitDictionary): ResolveUnit {
  const known = new Map<string, ResolvedUnit>();
  for (const { id, name, spellings, members } of groups) {
    const found: ResolvedUnit = members.length > 0 ? { kind: 'group', id, name, members } : { kind: 'open' };
    for (const spelling of [name, ...spellings]) known.set(spoken(spelling), found);
  }
  for (const { id, name, spellings } of organisations)
    for (const spelling of [name, ...spellings])
      known.set(spoken(spelling), { kind: 'organisation', id, name });
  const kinds = new Map<string, ResolvedUnit>();
  const patterns: { start: string; end: string; found: ResolvedUnit }[] = [];
  for (const { id, name, spellings } of organs) {
    for (const spelling of [name, ...spellings]) {
      const found: ResolvedUnit = { kind: 'organ', id, name };
      const [start, end] = spoken(spelling).split('*');
      if (end === undefined) kinds.set(spoken(spelling), found);
      else patterns.push({ start: start!, end, found });
    }
  }
  return (printed) => {
    const name = spoken(printed);
    const without = name.replace(/（[^（）]*）/g, '');
    const found = known.get(name) ?? known.get(without);
    if (found) return found;
    if (isOpenName(name)) return { kind: 'open' };
    if (isDistrictGroup(name) || isDistrictGroup(without)) return { kind: 'districts' };
    return organ(kinds, without) ?? placed(patterns, without) ?? { kind: 'unknown' };
  };
}

/** 市发改委, 省发改委 and the name with the city's own before it are the same kind of organ. */
function organ(kinds: ReadonlyMap<string, ResolvedUnit>, name: string): ResolvedUnit | undefined {
  const bare = name.replace(/^(?:省|自治区|市|区|县|州|盟|旗)(?!场|政)/, '');
  const direct = kinds.get(name) ?? kinds.get(bare);
  if (direct) return direct;
  for (let cut = 1; cut < Math.min(7, name.length - 1); cut++) {
    const rest = name.slice(cut).replace(/^(?:省|市|区|县|州)(?!场|政)/, '');
    const found = kinds.get(rest);
    if (found && rest.length >= 2) return found;
  }
  return undefined;
}

/** 人民银行*分行: what stands for the star is the place. */
function placed(
  patterns: readonly { readonly start: string; readonly end: string; readonly found: ResolvedUnit }[],
  name: string,
): ResolvedUnit | undefined {
  return patterns.find(
    ({ start, end }) =>
      name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end),
  )?.found;
}

const spoken = (name: string) =>
  name
    .replace(/[\s"“”]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/委员会$/, '委');
