import type { City } from '#access';
import { kindRulesOf, leaderRequests, listMatters, type MatterId, type MatterRow } from '#engines/matters';
import { listOrganisations, type ProjectId } from '#engines/registry';
import { isMonth, type Month } from '#kernel/month';
import { todayInShanghai } from '#kernel/plain-date';
import type { ChainMatter, ChainOrder } from '../contract.ts';
import { isInsider, type Read, readOne } from './read-one.ts';

/** Somebody was told to do something; every other kind is something that stands in the way. */
const orderKinds = [
  ...['task', 'instruction', 'oral-order', 'assignment', 'supervision', 'reminder-letter', 'interview'],
];
const most = 500;
const shownClosed = 5;
const shownOpen = 20;

type Found = {
  readonly matters: ChainMatter[];
  readonly orders: ChainOrder[];
  readonly more: number;
  /** The category of what was taken in from a month's report. */
  readonly sorted: ReadonlyMap<Month, string | null>;
};

/**
 * The project's matters with whose time runs, what was decided about them and what shows it done. The identity of a
 * complainant is for those who handle the complaint: guarded ones are left out here.
 */
export async function readMatters(city: City, id: ProjectId): Promise<Found> {
  const page = await listMatters(city, { projectIds: [id] }, { limit: most, offset: 0 });
  const rows = page.rows.filter(({ guarded }) => !guarded);
  const isOrder = ({ kind }: { readonly kind: string }) => orderKinds.includes(kind);
  const blocking = rows.filter((row) => !isOrder(row)).toSorted(byUrgency);
  const closed = blocking.filter(({ closedAt }) => closedAt !== null);
  const shown = [
    ...blocking.filter(({ closedAt }) => closedAt === null).slice(0, shownOpen),
    ...closed.slice(0, shownClosed),
  ];
  const names = new Map((await listOrganisations(city)).map(({ orgId, name }) => [orgId as string, name]));
  const read = new Map<string, Read>();
  for (const { matterId } of shown) read.set(matterId, await readOne(city, matterId, names));
  const linked = new Set([...read.values()].flatMap((one) => one.linked));
  const orderIds = new Set([
    ...[...read.values()].flatMap((one) => one.linkedOf(orderKinds)),
    ...rows.filter(isOrder).map(({ matterId }) => matterId),
  ]);
  const orders = new Map<string, ChainOrder>();
  for (const matterId of [...orderIds].slice(0, shownOpen))
    orders.set(matterId, await readOrder(city, matterId, names));
  const matters: ChainMatter[] = [];
  for (const row of shown) {
    const one = read.get(row.matterId);
    if (!one) continue;
    matters.push({
      ...one.shown,
      cause: causeName(city, row),
      fromMonth: monthOfSource(row),
      answers: await answersTo(city, row.matterId),
      orders: one.linkedOf(orderKinds).flatMap((other) => orders.get(other) ?? []),
    });
  }
  return {
    matters,
    orders: [...orders].flatMap(([matterId, order]) => (linked.has(matterId as MatterId) ? [] : order)),
    more: blocking.length - shown.length,
    sorted: new Map(
      blocking.flatMap((row) => {
        const month = monthOfSource(row);
        return month ? [[month, causeName(city, row)] as const] : [];
      }),
    ),
  };
}

/** Open ones by the time left, those that stand still last; then the closed ones, latest first. */
function byUrgency(a: MatterRow, b: MatterRow): number {
  const at = (row: MatterRow) => row.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  if (a.closedAt && b.closedAt) return b.closedAt.getTime() - a.closedAt.getTime();
  return Number(a.closedAt !== null) - Number(b.closedAt !== null) || at(a) - at(b);
}

async function readOrder(
  city: City,
  matterId: MatterId,
  names: ReadonlyMap<string, string>,
): Promise<ChainOrder> {
  const { shown, given } = await readOne(city, matterId, names);
  const said = (field: string) => (typeof given[field] === 'string' ? String(given[field]) : null);
  return { ...shown, source: said('source') ?? said('leader') ?? shown.kind, content: said('content') };
}

/** What leaders answered is told to the offices only, as in the matter itself. */
async function answersTo(city: City, matterId: MatterId): Promise<ChainMatter['answers']> {
  if (!isInsider(city)) return [];
  return (await leaderRequests(city, { matterId })).flatMap(({ answer, answeredName, answeredAt }) =>
    answer && answeredAt
      ? [{ leader: answeredName ?? '市领导', text: answer, on: todayInShanghai(answeredAt) }]
      : [],
  );
}

function causeName({ pack }: City, { kind, cause, category }: MatterRow): string | null {
  const { choices } = kindRulesOf(pack, kind);
  const named = (field: string, id: string | null) =>
    id === null ? null : (choices[field]?.find((one) => one.id === id)?.text ?? null);
  return named('cause', cause) ?? named('category', category);
}

/** `<project> <month>`, as reports and lights are taken in. */
function monthOfSource({ source, sourceKey }: MatterRow): Month | null {
  const month = source === 'report' || source === 'light' ? sourceKey?.slice(-7) : undefined;
  return month && isMonth(month) ? month : null;
}
