import type { City } from '#access';
import {
  allMatterKinds,
  getMatter,
  kindRulesOf,
  ladderFor,
  type MatterRow,
  matterKind,
} from '#engines/matters';
import type { PlainDate } from '#kernel/plain-date';
import { endOf, mattersOpenOn } from './blocking-matters.ts';

/** Orders and letters follow from meetings; what was left undone comes back by its decision. */
const ordered = new Set([
  'task',
  'assignment',
  'supervision',
  'rectification',
  'reminder-letter',
  'interview',
]);

export type RaisedMatter = { readonly row: MatterRow; readonly rank: number; readonly levelName: string };

/** Open matters that stand at a level of their ladder or above it, on a day; the highest and the latest due first. */
export async function mattersAtLevel(city: City, from: string, asOf: PlainDate): Promise<RaisedMatter[]> {
  const ladders = allMatterKinds().flatMap((definition) => {
    const ladder = ordered.has(definition.id) ? undefined : ladderFor(city.pack, definition);
    const least = ladder?.levels.findIndex(({ id }) => id === from) ?? -1;
    return ladder && least >= 0 ? [{ kind: definition.id, levels: ladder.levels, least }] : [];
  });
  const byKind = new Map(ladders.map((one) => [one.kind, one]));
  if (byKind.size === 0) return [];
  const raised: RaisedMatter[] = [];
  for (const row of await mattersOpenOn(city, asOf, { kinds: [...byKind.keys()] })) {
    const { levels, least } = byKind.get(row.kind)!;
    const level = await levelOn(city, row, asOf);
    const rank = levels.findIndex(({ id }) => id === level);
    if (rank >= least) raised.push({ row, rank, levelName: levels[rank]?.text ?? '' });
  }
  return raised.sort(byUrgency);
}

/** A matter may have climbed since. */
async function levelOn(city: City, row: MatterRow, asOf: PlainDate): Promise<string | null> {
  if (asOf >= city.today) return row.level;
  return (await getMatter(city, row.matterId, endOf(asOf))).matter.level ?? null;
}

function byUrgency(a: RaisedMatter, b: RaisedMatter): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  const [x, y] = [a.row.dueAt?.getTime() ?? Infinity, b.row.dueAt?.getTime() ?? Infinity];
  if (x !== y) return x - y;
  return a.row.number < b.row.number ? -1 : 1;
}

export type CommonCause = {
  readonly cause: string;
  readonly name: string;
  readonly rows: readonly MatterRow[];
};

/** Causes that so many open problems share, the most frequent first. */
export async function commonCauses(city: City, least: number, asOf: PlainDate): Promise<CommonCause[]> {
  const problems = await mattersOpenOn(city, asOf, { kinds: [matterKind('problem').id] });
  const names = new Map(
    kindRulesOf(city.pack, 'problem').choices['cause']?.map(({ id, text }) => [id, text]) ?? [],
  );
  return [...Map.groupBy(problems, ({ cause }) => cause ?? '')]
    .filter(([cause, rows]) => cause !== '' && rows.length >= least)
    .map(([cause, rows]) => ({ cause, name: names.get(cause) ?? cause, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.cause < b.cause ? -1 : 1));
}
