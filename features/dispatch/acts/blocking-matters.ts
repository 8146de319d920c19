import type { City } from '#access';
import { ladderFor, listMatters, type MatterRow, matterKind } from '#engines/matters';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { leftOn } from '../domain/left-of.ts';
import type { BlockingMatter } from '../domain/sheet.ts';
import { unitNames } from '../store/names.ts';

const mostRead = 500;

/** The last instant of a day in Shanghai. */
export function endOf(day: PlainDate): Date {
  return new Date(`${day}T23:59:59.999+08:00`);
}

/** Matters that were open at the end of a day; those whose data are guarded never come before a meeting. */
export async function mattersOpenOn(
  city: City,
  asOf: PlainDate,
  filter: { readonly projectIds?: readonly string[]; readonly kinds?: readonly string[] },
): Promise<MatterRow[]> {
  const open = asOf >= city.today ? { open: true } : {};
  const { rows } = await listMatters(
    city,
    { ...filter, ...open, openedTo: asOf },
    { limit: mostRead, offset: 0 },
  );
  const end = endOf(asOf);
  return rows.filter(({ guarded, closedAt }) => !guarded && (closedAt === null || closedAt > end));
}

/** Each with its level and whose clock runs, in words. */
export async function blockingOf(
  city: City,
  rows: readonly MatterRow[],
  asOf: PlainDate,
): Promise<BlockingMatter[]> {
  const names = await unitNames(
    city.tx,
    rows.map(({ lead }) => lead),
  );
  return rows.map((row) => {
    const definition = matterKind(row.kind);
    const dueOn = row.dueAt ? todayInShanghai(row.dueAt) : null;
    return {
      ...{ matterId: row.matterId, kind: definition.text, number: row.number, title: row.title },
      level: ladderFor(city.pack, definition)?.levels.find(({ id }) => id === row.level)?.text ?? null,
      lead: row.lead ? (names.get(row.lead) ?? null) : null,
      state: definition.states[row.state] ?? row.state,
      dueOn,
      ...leftOn({ dueOn, paused: row.paused }, asOf),
    };
  });
}
