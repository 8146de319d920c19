import type { City } from '#access';
import type { ClockWorld } from '../domain/clock-stops.ts';
import type { EventBy, EventFact, MatterEvent } from '../domain/event.ts';
import { applyEvent, foldMatter } from '../domain/fold.ts';
import type { Matter } from '../domain/matter.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { outlookOf } from '../domain/outlook.ts';
import { ladderFor } from '../ladders-section.ts';
import type { LockedMatter } from '../store/matter-row.ts';
import { type ClockRow, putMatter } from '../store/put-matter.ts';
import { putSwept } from '../store/put-swept.ts';
import { clockWorld } from './clock-world.ts';
import { instantOf } from './instant-of.ts';

/** A matter with its row, its fold and the events it was folded from. */
export type HeldMatter = {
  readonly row: LockedMatter;
  readonly matter: Matter;
  readonly events: readonly MatterEvent[];
};

/** Facts are added as events of this instant; row, clocks and seats follow from the fold, all in one statement. */
export async function addEvents(
  city: City,
  held: HeldMatter,
  facts: readonly EventFact[],
  by: EventBy,
  world?: ClockWorld,
): Promise<HeldMatter> {
  const { held: grown, added } = withFacts(city, held, facts, by);
  return writeMatter(city, grown, added, false, world);
}

export type Added = {
  readonly held: HeldMatter;
  readonly facts: readonly EventFact[];
  readonly world: ClockWorld;
};

/** What the program itself adds to many matters at once; where there is no fact, what the derivation says has moved. */
export async function addToMany(city: City, many: readonly Added[], by: EventBy): Promise<void> {
  const writes = many.map(({ held, facts, world }) => {
    const { held: grown, added } = withFacts(city, held, facts, by);
    const ended = new Set(held.matter.clocks.filter((run) => run.endedAt).map(runName));
    const { write } = writeOf(city, grown, added, world);
    return { ...write, clocks: write.clocks.filter((row) => !ended.has(runName(row))) };
  });
  await putSwept(city.tx, writes);
}

function runName({ clock, run }: { readonly clock: string; readonly run: number }): string {
  return `${clock} ${run}`;
}

function withFacts(city: City, held: HeldMatter, facts: readonly EventFact[], by: EventBy) {
  const definition = matterKind(held.row.kind);
  const at = laterOf(instantOf(city), held.events.at(-1)?.at);
  const added = facts.map(
    (fact, index): MatterEvent => ({
      number: held.matter.version + index + 1,
      at,
      on: city.today,
      by,
      fact,
    }),
  );
  const matter = added.reduce((so, event) => applyEvent(definition, so, event), held.matter);
  return { held: { ...held, matter, events: [...held.events, ...added] }, added };
}

/** Events stand in the order of their time, whatever the clocks of two machines say. */
function laterOf(now: Date, last: Date | undefined): Date {
  return last && last > now ? last : now;
}

/** A matter's first event. The row is given with all that no event says: its number, its holders, its source. */
export async function putNewMatter(
  city: City,
  row: Omit<LockedMatter, keyof Folded>,
  first: EventFact,
  by: EventBy,
): Promise<HeldMatter> {
  const event: MatterEvent = { number: 1, at: instantOf(city), on: city.today, by, fact: first };
  const matter = foldMatter(matterKind(row.kind), [event]);
  const blank = { ...row, ...foldedColumns(matter), holders: row.holders } as LockedMatter;
  return writeMatter(city, { row: blank, matter, events: [event] }, [event], true);
}

async function writeMatter(
  city: City,
  held: HeldMatter,
  added: readonly MatterEvent[],
  isNew: boolean,
  given?: ClockWorld,
): Promise<HeldMatter> {
  const world = given ?? (await clockWorld(city, held.matter.kind));
  const { write, seats } = writeOf(city, held, added, world);
  const before = seatsOf({ ...held.matter, ...seatsBefore(held.row) });
  const changed = isNew || JSON.stringify(seats) !== JSON.stringify(before);
  await putMatter(city.tx, { ...write, seats: changed ? seats : null });
  return { ...held, row: write.row };
}

/** The row and the clocks that the fold and the derivation give. */
function writeOf(city: City, held: HeldMatter, events: readonly MatterEvent[], world: ClockWorld) {
  const { matter } = held;
  const definition = matterKind(matter.kind);
  const outlook = outlookOf(definition, matter, ladderFor(city.pack, definition), world);
  const { dueAt, dueClock, warnAt, paused, nextAt } = outlook;
  const seats = seatsOf(matter);
  const holders = [...new Set([...held.row.holders, ...seats.map(({ holder }) => holder)])];
  const row: LockedMatter = {
    ...{ ...held.row, ...foldedColumns(matter) },
    ...{ holders, dueAt, dueClock, warnAt, paused, nextAt },
  };
  const clocks = outlook.runs.map(
    ({ run, against, dueAt: due, provisional }): ClockRow => ({
      ...{ clock: run.clock, run: run.run, startedAt: run.startedAt, endedAt: run.endedAt ?? null },
      ...{ against: holderOf(matter, against) ?? null, dueAt: due, provisional },
    }),
  );
  return { write: { row, events, clocks }, seats };
}

/** No event: only what the derivation says has moved. */
export async function refreshOutlook(city: City, held: HeldMatter, world: ClockWorld): Promise<HeldMatter> {
  return writeMatter(city, held, [], false, world);
}

type Folded = ReturnType<typeof foldedColumns> & OutlookColumns;
type OutlookColumns = Pick<LockedMatter, 'dueAt' | 'dueClock' | 'warnAt' | 'paused' | 'nextAt'>;

/** The columns that repeat what the fold says. */
export function foldedColumns(matter: Matter) {
  return {
    title: matter.title,
    state: matter.state,
    lead: matter.lead ?? null,
    support: matter.support,
    raiser: matter.raiser ?? null,
    level: matter.level ?? null,
    given: matter.given,
    category: textOf(matter.given.category),
    cause: textOf(matter.given.cause),
    bounces: matter.bounces,
    redos: matter.redos,
    satisfaction: matter.satisfaction ?? null,
    openedAt: matter.openedAt,
    closedAt: matter.closedAt ?? null,
    version: matter.version,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

type Seated = Pick<Matter, 'support'> & {
  readonly lead?: string | undefined;
  readonly raiser?: string | undefined;
};

function seatsOf({ lead, support, raiser }: Seated): { holder: string; seat: string }[] {
  return [
    ...(lead ? [{ holder: lead, seat: 'lead' }] : []),
    ...support.map((holder) => ({ holder, seat: 'support' })),
    ...(raiser ? [{ holder: raiser, seat: 'raiser' }] : []),
  ];
}

function seatsBefore({ lead, support, raiser }: LockedMatter): Seated {
  return { support, lead: lead ?? undefined, raiser: raiser ?? undefined };
}

function holderOf(matter: Matter, seat: string | undefined): string | undefined {
  return seat === 'lead' ? matter.lead : seat === 'raiser' ? matter.raiser : undefined;
}
