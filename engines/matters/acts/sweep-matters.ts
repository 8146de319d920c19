import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import { type Addressee, defineTellingKinds, type Telling, tellAll } from '#telling';
import { type CallBack, findCallBack } from '../domain/call-back.ts';
import type { ClockWorld } from '../domain/clock-stops.ts';
import { type DueRung, dueRungs } from '../domain/due-rungs.ts';
import type { EventFact } from '../domain/event.ts';
import { foldMatter } from '../domain/fold.ts';
import { cityLeaders, type Recipient } from '../domain/ladder.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { ladderFor } from '../ladders-section.ts';
import { readEventsOfMany } from '../store/event-row.ts';
import { draftRequests, type RequestDraft } from '../store/leader-request.ts';
import { lockDueMatters, type MatterRow } from '../store/matter-row.ts';
import { insertRungs, type NewRung, rungKey } from '../store/rung-row.ts';
import { clockWorlds } from './clock-world.ts';
import { instantOf } from './instant-of.ts';
import { byOf, startsOf } from './open-matter.ts';
import { addToMany, type HeldMatter } from './write-matter.ts';

defineTellingKinds({ 'matter.rung': '事项临期、超期和升级' });

/**
 * Looks at open matters whose time to be looked at has come: rungs that are due fire, each once whoever sweeps, with
 * their event and what is told in this transaction. Returns how many matters were looked at; fewer than the limit
 * means that no more are due (others may be held by another sweep). However many they are, each table is read and
 * written by one statement.
 */
export async function sweepMatters(city: City, limit: number): Promise<{ looked: number; fired: number }> {
  const rows = await lockDueMatters(city.tx, instantOf(city), limit);
  if (rows.length === 0) return { looked: 0, fired: 0 };
  const ids = rows.map(({ matterId }) => matterId);
  const [events, worldOf] = await Promise.all([readEventsOfMany(city.tx, ids), clockWorlds(city)]);
  const looks = rows.map((row) => {
    const of = events.get(row.matterId) ?? [];
    return lookAt(city, { row, events: of, matter: foldMatter(matterKind(row.kind), of) }, worldOf(row.kind));
  });
  const fired = await insertRungs(
    city.tx,
    looks.flatMap((look) => look.due.map((due) => rungOf(city, look, due))),
  );
  const fresh = looks.map((look) => ({
    ...look,
    due: look.due.filter((due) => fired.has(rungKey(rungOf(city, look, due)))),
  }));
  await Promise.all([
    draftRequests(
      city.tx,
      fresh.flatMap((look) => look.due.flatMap((due) => draftsOf(city, look, due))),
    ),
    tellAll(
      city,
      fresh.flatMap(({ held, due }) => due.flatMap((one) => tellingOf(held, one))),
    ),
    addToMany(
      city,
      fresh.map((look) => ({ ...look, facts: factsOf(city, look) })),
      byOf(city, 'system'),
    ),
    ...fresh.map((look) => auditTimeOut(city, look)),
  ]);
  return { looked: rows.length, fired: fired.size };
}

type Look = {
  readonly held: HeldMatter;
  readonly world: ClockWorld;
  /** Nobody answered the call-back in time. */
  readonly timedOut: CallBack | undefined;
  readonly due: readonly DueRung[];
};

/** A call-back that nobody answered goes first: what is due in the state after it is looked at next. */
function lookAt(city: City, held: HeldMatter, world: ClockWorld): Look {
  const definition = matterKind(held.row.kind);
  const callBack = findCallBack(definition, held.matter, world);
  if (callBack && callBack.dueAt < world.asOf) return { held, world, timedOut: callBack, due: [] };
  const ladder = ladderFor(city.pack, definition);
  return { held, world, timedOut: undefined, due: ladder ? dueRungs(ladder, held.matter, world).due : [] };
}

function rungOf(city: City, { held }: Look, due: DueRung): NewRung {
  const { run, rung } = due;
  return { matterId: held.row.matterId, run, rung: rung.id, firedAt: instantOf(city), told: toldBy(due) };
}

function toldBy({ acts, rung }: DueRung): readonly Recipient[] {
  return acts ? rung.tell : [];
}

function leadersTold(due: DueRung): readonly Recipient[] {
  return toldBy(due).filter((one) => cityLeaders.includes(one));
}

function draftsOf(city: City, { held }: Look, due: DueRung): RequestDraft[] {
  return leadersTold(due).map((recipient) => ({
    ...{ requestId: newId<'LeaderRequest'>(), matterId: held.row.matterId, recipient },
    ...{ run: due.run, rung: due.rung.id, draftedAt: instantOf(city) },
  }));
}

function factsOf(city: City, { held, timedOut, due }: Look): EventFact[] {
  if (timedOut) return [timeOut(city, held, timedOut)];
  return due.flatMap((one): EventFact[] => {
    const { rung, run, raiseTo } = one;
    const drafted = leadersTold(one).length > 0;
    return [
      { type: 'rung', rung: rung.id, run, told: toldBy(one), drafted },
      ...(raiseTo && raiseTo !== held.matter.level
        ? [{ type: 'levelled', level: raiseTo, by: 'climb', reason: rungText(held, one) } as const]
        : []),
    ];
  });
}

/** The matter goes where the definition says. */
function timeOut(city: City, { matter, row }: HeldMatter, { action, to }: CallBack): EventFact {
  const from = matter.state;
  return {
    ...{ type: 'acted', action, from, to, given: {} },
    starts: startsOf(city, matterKind(row.kind), from, to, matter.given),
  };
}

async function auditTimeOut(city: City, { held, timedOut }: Look): Promise<void> {
  if (!timedOut) return;
  const { action, to } = timedOut;
  await audit(city, {
    ...{ action: 'matter.act', object: 'matter', objectId: held.row.matterId },
    details: { number: held.row.number, act: action, from: held.matter.state, to, seat: 'system' },
  });
}

function tellingOf(held: HeldMatter, due: DueRung): Telling[] {
  const { row } = held;
  const drafted = leadersTold(due).length > 0;
  const to = toldBy(due)
    .filter((one) => !cityLeaders.includes(one))
    .flatMap((one) => addressees(row, one));
  if (drafted) to.push({ role: 'government-office' });
  if (to.length === 0) return [];
  const kind = matterKind(row.kind).text;
  const reason = rungText(held, due);
  return [
    {
      ...{ key: `matter ${row.matterId} ${due.run} ${due.rung.id}`, to, kind: 'matter.rung' },
      title: `${kind}${row.number}${reason}`,
      text: `${row.title}：${reason}。${drafted ? '已拟请示，待市政府办公室转呈。' : ''}`,
      about: { object: 'matter', objectId: row.matterId, path: `/matters/${row.matterId}` },
      urgency: row.urgent ? 'urgent' : 'normal',
    },
  ];
}

/** What happened, in words: 「超期」「临期」「退转 3 次」. */
function rungText({ row }: HeldMatter, { rung }: DueRung): string {
  const { when } = rung;
  const clock = 'clock' in when ? (matterKind(row.kind).clocks[when.clock]?.text ?? '') : '';
  switch (when.kind) {
    case 'due-in':
      return `${clock}将到期`;
    case 'overdue':
      return when.days === 0 ? `${clock}已到期` : `${clock}已超期`;
    case 'bounces':
      return `已转办 ${when.count} 次仍无牵头单位承办`;
    case 'redos':
      return `已重办 ${when.count} 次`;
  }
}

function addressees(row: MatterRow, recipient: Recipient): Addressee[] {
  switch (recipient) {
    case 'lead':
      return row.lead ? [{ org: row.lead }] : [{ role: 'coordinator-clerk' }];
    case 'support':
      return row.support.map((org) => ({ org }));
    case 'raiser':
      // Whoever raised it without an account follows it by its number and code.
      if (row.source === 'portal') return [];
      return row.raiser ? [{ org: row.raiser }] : [{ account: row.raisedBy }];
    case 'district':
      return row.districts.map((org) => ({ org }));
    case 'coordinator':
      return [{ role: 'coordinator-clerk' }, { role: 'coordinator-section-head' }];
    case 'government-office':
    case 'supervision-office':
      return [{ role: recipient }];
    default:
      return [];
  }
}
