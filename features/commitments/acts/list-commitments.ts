import { type City, ensureMay, may } from '#access';
import {
  eventsOf,
  kindRulesOf,
  listMatters,
  type MatterEvent,
  type MatterRow,
  matterDetail,
  matterKind,
} from '#engines/matters';
import { listOrganisations } from '#engines/registry';
import type { InputOf } from '#http';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { commitmentsSection } from '../commitments-section.ts';
import { type CommitmentRow, commitmentViews, type listCommitments as route } from '../contract.ts';
import { nextCheckOn } from '../domain/standing.ts';

type Asked = InputOf<typeof route>;
const most = 2000;

/** Which action of the matter says which verdict. */
export const verdictActions = { kept: 'pass', 'at-risk': 'at-risk', breached: 'find-breach' } as const;

const isIn: Readonly<Record<(typeof commitmentViews)[number], (row: CommitmentRow) => boolean>> = {
  open: (row) => !row.closed,
  'check-late': (row) => row.checkLate,
  'at-risk': (row) => !row.closed && row.checks[0]?.verdict === 'at-risk',
  breached: (row) => row.breached,
  'due-late': (row) => row.dueLate,
  closed: (row) => row.closed,
};

/** Every promise in the reader's reach. */
export async function listCommitments(city: City, { view, words }: Asked) {
  ensureMay(city, 'commitment.view', {});
  const { check } = sectionOf(city.pack, commitmentsSection);
  const all = await rowsOf(city, check.months);
  const term = words?.trim() ?? '';
  const fits = (row: CommitmentRow) =>
    [row.number, row.title, row.counterpart].some((text) => text.includes(term));
  const counted = Object.fromEntries(
    commitmentViews.map((one) => [one, all.filter(isIn[one]).length]),
  ) as Record<(typeof commitmentViews)[number], number>;
  const rows = all.filter((row) => (!view || isIn[view](row)) && fits(row));
  return {
    ...{ today: city.today, ...check, counts: counted, mayOpen: may(city.actor, 'commitment.check', {}) },
    rows: rows.toSorted(
      (a, b) =>
        Number(a.closed) - Number(b.closed) ||
        Number(b.checkLate) - Number(a.checkLate) ||
        ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1),
    ),
  };
}

async function rowsOf(city: City, months: number): Promise<CommitmentRow[]> {
  const { rows } = await listMatters(city, { kinds: ['commitment'] }, { limit: most, offset: 0 });
  const events = await eventsOf(
    city,
    rows.map(({ matterId }) => matterId),
  );
  const names = new Map((await listOrganisations(city)).map(({ orgId, name }) => [orgId as string, name]));
  const found: CommitmentRow[] = [];
  for (const row of rows)
    found.push(await rowOf(city, { row, events: events.get(row.matterId) ?? [], months, names }));
  return found;
}

type Seen = {
  readonly row: MatterRow;
  readonly events: readonly MatterEvent[];
  readonly months: number;
  readonly names: ReadonlyMap<string, string>;
};

async function rowOf(city: City, { row, events, months, names }: Seen): Promise<CommitmentRow> {
  const { matterId, number, title, state, lead, closedAt, category, version } = row;
  const given = givenIn(events);
  const text = (field: string) => (typeof given[field] === 'string' ? String(given[field]) : null);
  const day = (field: string): PlainDate | null => {
    const said = text(field);
    return said && isPlainDate(said) ? said : null;
  };
  const closed = closedAt !== null;
  const checks = checksIn(events);
  const next = nextCheckOn(checks, row.openedOn, months);
  const dueOn = day('dueDay');
  const { choices } = kindRulesOf(city.pack, 'commitment');
  const wasBreached = checks.some(({ verdict }) => verdict === 'breached');
  const rectification = wasBreached ? await rectificationOf(city, row) : null;
  return {
    ...{ matterId, number, title, version, closed },
    content: text('content') ?? title,
    counterpart: text('counterpart') ?? row.enterprise ?? '',
    category: choices['category']?.find(({ id }) => id === category)?.text ?? null,
    document: text('document') ?? '',
    ...{ promisedOn: day('promisedOn'), dueOn },
    dueLate: !closed && dueOn !== null && dueOn < city.today,
    amount: typeof given['amount'] === 'number' ? given['amount'] : null,
    lead: lead ? (names.get(lead) ?? '已撤并的单位') : null,
    state: matterKind('commitment').states[state as 'keeping'] ?? state,
    breached: state === 'breached',
    reported: reportIn(events),
    checks,
    nextCheckOn: closed ? null : next,
    checkLate: !closed && next < city.today,
    rectification,
    mayCheck:
      may(city.actor, 'commitment.check', {}) &&
      (state === 'keeping' || state === 'checking' || (state === 'breached' && !rectification)),
  };
}

function givenIn(events: readonly MatterEvent[]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...events.map(({ fact }) => ('given' in fact ? fact.given : {})));
}

/** Verdicts of the offices, the latest first. */
function checksIn(events: readonly MatterEvent[]): CommitmentRow['checks'] {
  return events
    .flatMap(({ fact, on, by }) => {
      if (fact.type !== 'acted') return [];
      const verdict = (['kept', 'at-risk', 'breached'] as const).find(
        (one) => verdictActions[one] === fact.action,
      );
      const said = fact.given['checkNote'] ?? fact.given['breach'];
      return verdict ? [{ verdict, on, by: by.name, note: typeof said === 'string' ? said : null }] : [];
    })
    .reverse();
}

function reportIn(events: readonly MatterEvent[]): CommitmentRow['reported'] {
  const last = events.findLast(({ fact }) => fact.type === 'acted' && fact.action === 'report');
  const said = last && 'given' in last.fact ? last.fact.given['progress'] : undefined;
  return last && typeof said === 'string' ? { on: last.on, text: said } : null;
}

/** The latest matter that was opened because of it. */
export async function rectificationOf(city: City, row: MatterRow): Promise<CommitmentRow['rectification']> {
  const { links } = await matterDetail(city, row.matterId);
  const one = links.findLast(
    ({ link, outward, kind }) => link === 'caused-by' && !outward && kind === 'rectification',
  );
  if (!one) return null;
  const state = matterKind('rectification').states[one.state as 'issued'] ?? one.state;
  return { matterId: one.matterId, number: one.number, state, closed: one.closedAt !== null };
}
