import { audit, type City } from '#access';
import { ensure } from '#kernel/refusal';
import type { Seat } from '../domain/definition.ts';
import type { EventFact } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { ladderFor } from '../ladders-section.ts';
import { kindRulesOf } from '../matters-section.ts';
import { holdMatter } from './hold-matter.ts';
import { byOf } from './open-matter.ts';
import { addEvents, type HeldMatter } from './write-matter.ts';

type At = { readonly matterId: MatterId; readonly version: number | undefined; readonly seat: Seat };

export type PauseAsked = At & {
  readonly clock: string;
  readonly pause: string;
  readonly reason: string;
  readonly approver: string;
  readonly plannedDays: number;
};

/** A clock stands still: with a kind, a reason, somebody else's approval and a planned length. */
export async function pauseClock(city: City, asked: PauseAsked): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  const run = runningClock(held, asked.clock);
  const text = clockText(held, asked.clock);
  ensure(run.rule.pausable, 'matter.not_pausable', { clock: text });
  ensure(!run.pauses.some(({ to }) => !to), 'matter.already_paused', { clock: text });
  ensure(asked.reason.trim(), 'matter.no_reason');
  const kinds = kindRulesOf(city.pack, held.row.kind).pauses;
  const kind = kinds.find(({ id }) => id === asked.pause);
  ensure(kind, 'matter.no_such_pause', { kind: asked.pause, kinds: kinds.map((one) => one.text).join('、') });
  const longest = kind.longestDays;
  ensure(!longest || asked.plannedDays <= longest, 'matter.pause_too_long', { kind: kind.text, longest });
  const { clock, reason, approver, plannedDays } = asked;
  return steer(city, held, asked.seat, 'matter.pause', {
    ...{ type: 'paused', clock, kind: kind.id, reason: reason.trim(), approver, plannedDays },
  });
}

export async function resumeClock(
  city: City,
  asked: At & { readonly clock: string; readonly reason: string },
): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  const run = runningClock(held, asked.clock);
  ensure(
    run.pauses.some(({ to }) => !to),
    'matter.not_paused',
    { clock: clockText(held, asked.clock) },
  );
  const { clock, reason } = asked;
  return steer(city, held, asked.seat, 'matter.resume', { type: 'resumed', clock, reason: reason.trim() });
}

/** Another unit leads from now on, decided by an office that may; not a bounce. */
export async function handOver(
  city: City,
  asked: At & { readonly lead: string; readonly reason: string },
): Promise<HeldMatter> {
  const held = await openFor(city, asked, asked.reason);
  const { lead, reason } = asked;
  return steer(city, held, asked.seat, 'matter.hand-over', { type: 'handed', lead, reason: reason.trim() });
}

export async function setSupport(
  city: City,
  asked: At & { readonly support: readonly string[]; readonly reason: string },
): Promise<HeldMatter> {
  const held = await openFor(city, asked, asked.reason);
  const { support, reason } = asked;
  return steer(city, held, asked.seat, 'matter.support', {
    type: 'supported',
    support,
    reason: reason.trim(),
  });
}

/** Another level than the route or the climb said, with the reason. */
export async function setLevel(
  city: City,
  asked: At & { readonly level: string; readonly reason: string },
): Promise<HeldMatter> {
  const held = await openFor(city, asked, asked.reason);
  const ladder = ladderFor(city.pack, matterKind(held.row.kind));
  const { level, reason } = asked;
  ensure(
    ladder?.levels.some(({ id }) => id === level),
    'matter.no_such_level',
    { level },
  );
  return steer(city, held, asked.seat, 'matter.level', {
    ...{ type: 'levelled', level, by: 'override', reason: reason.trim() },
  });
}

/** A word for the file; `inner` never leaves the offices. Allowed after the end, too. */
export async function remark(
  city: City,
  asked: At & { readonly text: string; readonly inner: boolean },
): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  ensure(asked.text.trim(), 'matter.no_reason');
  const { text, inner } = asked;
  return steer(city, held, asked.seat, 'matter.remark', { type: 'remarked', text: text.trim(), inner });
}

async function openFor(city: City, asked: At, reason: string): Promise<HeldMatter> {
  const held = await holdMatter(city, asked.matterId, asked.version);
  ensure(!held.matter.closedAt, 'matter.closed');
  ensure(reason.trim(), 'matter.no_reason');
  return held;
}

export async function steer(
  city: City,
  held: HeldMatter,
  seat: Seat,
  action: string,
  fact: EventFact,
): Promise<HeldMatter> {
  const done = await addEvents(city, held, [fact], byOf(city, seat));
  const { type: _, ...details } = fact;
  await audit(city, {
    ...{ action, object: 'matter', objectId: held.row.matterId },
    details: { number: held.row.number, ...details },
  });
  return done;
}

function runningClock({ matter, row }: HeldMatter, clock: string) {
  const run = matter.clocks.find((one) => one.clock === clock && !one.endedAt);
  ensure(run, 'matter.no_clock_runs', { clock: matterKind(row.kind).clocks[clock]?.text ?? clock });
  return run;
}

function clockText({ row }: HeldMatter, clock: string): string {
  return matterKind(row.kind).clocks[clock]?.text ?? clock;
}
