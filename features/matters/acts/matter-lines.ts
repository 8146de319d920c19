import { type City, listAccountNames } from '#access';
import { instantOf, ladderFor, type MatterRow, matterKind } from '#engines/matters';
import { todayInShanghai } from '#kernel/plain-date';
import { dueLine } from '../domain/due-line.ts';
import { holderNames, projectNames } from '../store/names.ts';
import { sourceNames } from '../texts.ts';
import { choiceName } from './choice-name.ts';

/** Rows as a list shows them: every id with its name, read in three questions however many rows there are. */
export async function matterLines(city: City, rows: readonly MatterRow[]) {
  const unique = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];
  const [holders, projects, accounts] = await Promise.all([
    holderNames(
      city.tx,
      unique(
        rows.flatMap(({ lead, support, raiser, districts }) => [lead, ...support, raiser, ...districts]),
      ),
    ),
    projectNames(city.tx, unique(rows.map(({ projectId }) => projectId))),
    listAccountNames(city.tx, unique(rows.map(({ raiser, raisedBy }) => (raiser ? null : raisedBy)))),
  ]);
  const people = new Map(accounts.map(({ accountId, displayName }) => [accountId as string, displayName]));
  const named = (id: string) => ({ id, name: holders.get(id)?.name ?? '已撤并的单位' });
  const now = instantOf(city);
  return rows.map((row) => {
    const definition = matterKind(row.kind);
    const level = ladderFor(city.pack, definition)?.levels.find(({ id }) => id === row.level);
    const outside = row.source === 'portal' ? (row.enterprise ?? sourceNames['portal']) : undefined;
    const raiser = outside ?? (row.raiser ? named(row.raiser).name : people.get(row.raisedBy));
    return {
      ...{ matterId: row.matterId, number: row.number, title: row.title, version: row.version },
      kind: { id: row.kind, name: definition.text },
      state: { id: row.state, name: definition.states[row.state] ?? row.state },
      closed: row.closedAt !== null,
      project: (row.projectId && projects.get(row.projectId)) || null,
      enterprise: row.enterprise,
      category: choiceName(city.pack, row.kind, 'category', row.category),
      cause: choiceName(city.pack, row.kind, 'cause', row.cause),
      ...{ urgent: row.urgent, guarded: row.guarded },
      lead: row.lead ? named(row.lead) : null,
      support: row.support.map(named),
      raiser: raiser ?? row.enterprise ?? '系统',
      districts: row.districts.map(named),
      level: level ? { id: level.id, name: level.text } : null,
      source: { id: row.source, name: sourceNames[row.source] ?? row.source },
      openedOn: row.openedOn,
      closedOn: row.closedAt ? todayInShanghai(row.closedAt) : null,
      due: dueLine(definition, row, now),
      ...{ bounces: row.bounces, redos: row.redos, satisfaction: row.satisfaction },
    };
  });
}

export type Line = Awaited<ReturnType<typeof matterLines>>[number];
