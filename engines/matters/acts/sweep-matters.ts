import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import { type Addressee, defineTellingKinds, tell } from '#telling';
import { type CallBack, findCallBack } from '../domain/call-back.ts';
import type { ClockWorld } from '../domain/clock-stops.ts';
import { type DueRung, dueRungs } from '../domain/due-rungs.ts';
import type { EventFact } from '../domain/event.ts';
import { foldMatter } from '../domain/fold.ts';
import { cityLeaders, type Recipient } from '../domain/ladder.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import { ladderFor } from '../ladders-section.ts';
import { readEventsOfMany } from '../store/event-row.ts';
import { draftRequest } from '../store/leader-request.ts';
import { lockDueMatters, type MatterRow } from '../store/matter-row.ts';
import { insertRung } from '../store/rung-row.ts';
import { clockWorld } from './clock-world.ts';
import { instantOf } from './instant-of.ts';
import { byOf, startsOf } from './open-matter.ts';
import { addEvents, type HeldMatter, refreshOutlook } from './write-matter.ts';

defineTellingKinds({ 'matter.rung': '事项临期、超期和升级' });

/**
 * Looks at open matters whose time to be looked at has come: rungs that are due fire, each once whoever sweeps, with
 * their event and what is told in this transaction. Returns how many matters were looked at; fewer than the limit
 * means that no more are due (others may be held by another sweep).
 */
export async function sweepMatters(city: City, limit: number): Promise<{ looked: number; fired: number }> {
  const rows = await lockDueMatters(city.tx, instantOf(city), limit);
  const events = await readEventsOfMany(
    city.tx,
    rows.map(({ matterId }) => matterId),
  );
  let fired = 0;
  for (const row of rows) {
    const of = events.get(row.matterId) ?? [];
    fired += await sweepOne(city, { row, events: of, matter: foldMatter(matterKind(row.kind), of) });
  }
  return { looked: rows.length, fired };
}

async function sweepOne(city: City, held: HeldMatter): Promise<number> {
  const definition = matterKind(held.row.kind);
  const ladder = ladderFor(city.pack, definition);
  const world = await clockWorld(city, definition.id);
  const callBack = findCallBack(definition, held.matter, world);
  if (callBack && callBack.dueAt < instantOf(city)) return timeOut(city, held, callBack, world);
  const due = ladder ? dueRungs(ladder, held.matter, world).due : [];
  const facts: EventFact[] = [];
  for (const one of due) facts.push(...(await fire(city, held, one)));
  if (facts.length === 0) await refreshOutlook(city, held, world);
  else await addEvents(city, held, facts, byOf(city, 'system'), world);
  return facts.filter(({ type }) => type === 'rung').length;
}

/** Nobody answered the call-back: the matter goes where the definition says. What is due there is looked at next. */
async function timeOut(
  city: City,
  held: HeldMatter,
  { action, to }: CallBack,
  world: ClockWorld,
): Promise<number> {
  const definition = matterKind(held.row.kind);
  const from = held.matter.state;
  const starts = startsOf(city, definition, from, to, held.matter.given);
  await addEvents(
    city,
    held,
    [{ type: 'acted', action, from, to, given: {}, starts }],
    byOf(city, 'system'),
    world,
  );
  await audit(city, {
    ...{ action: 'matter.act', object: 'matter', objectId: held.row.matterId },
    details: { number: held.row.number, act: action, from, to, seat: 'system' },
  });
  return 0;
}

async function fire(city: City, held: HeldMatter, due: DueRung): Promise<EventFact[]> {
  const { rung, run, acts, raiseTo } = due;
  const told = acts ? rung.tell : [];
  const isNew = await insertRung(city.tx, held.row.matterId, {
    run,
    rung: rung.id,
    firedAt: instantOf(city),
    told,
  });
  if (!isNew) return [];
  const leaders = told.filter((one) => cityLeaders.includes(one));
  const { matterId } = held.row;
  for (const recipient of leaders) {
    const requestId = newId<'LeaderRequest'>();
    await draftRequest(city.tx, {
      requestId,
      matterId,
      run,
      rung: rung.id,
      recipient,
      draftedAt: instantOf(city),
    });
  }
  await tellRung(city, held, due, leaders.length > 0);
  return [
    { type: 'rung', rung: rung.id, run, told, drafted: leaders.length > 0 },
    ...(raiseTo && raiseTo !== held.matter.level
      ? [{ type: 'levelled', level: raiseTo, by: 'climb', reason: rungText(held, due) } as const]
      : []),
  ];
}

async function tellRung(city: City, held: HeldMatter, due: DueRung, drafted: boolean): Promise<void> {
  const { row } = held;
  const offices = due.acts ? due.rung.tell.filter((one) => !cityLeaders.includes(one)) : [];
  const to = offices.flatMap((one) => addressees(row, one));
  if (drafted) to.push({ role: 'government-office' });
  if (to.length === 0) return;
  const kind = matterKind(row.kind).text;
  const reason = rungText(held, due);
  await tell(city, {
    ...{ key: `matter ${row.matterId} ${due.run} ${due.rung.id}`, to, kind: 'matter.rung' },
    title: `${kind}${row.number}${reason}`,
    text: `${row.title}：${reason}。${drafted ? '已拟请示，待市政府办公室转呈。' : ''}`,
    about: { object: 'matter', objectId: row.matterId, path: `/matters/${row.matterId}` },
    urgency: row.urgent ? 'urgent' : 'normal',
  });
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
