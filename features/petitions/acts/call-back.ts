import { type City, ensureMay, ensureNotSecret } from '#access';
import {
  actOnMatter,
  getMatter,
  instantOf,
  kindRulesOf,
  type MatterId,
  matterKind,
  seatsHeld,
} from '#engines/matters';
import { satisfactionNames } from '#features/matters';
import type { InputOf } from '#http';
import { pageWindow } from '#http/client';
import { newId } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import type { recordCallBack as route, waitingCallBacks } from '../contract.ts';
import { limitsOf } from '../petitions-section.ts';
import { findWaiting, insertCallBack, readCallBacks } from '../store/intake.ts';
import { tellRaiserActed } from './tell-intake.ts';
import { unitNames } from './unit-names.ts';

/** The complainant confirms a foreign complaint alone. */
const called = ['appeal', 'aid', 'hotline'];

export async function viewWaiting(city: City, input: InputOf<typeof waitingCallBacks>) {
  const { page, pageSize, limit, offset } = pageWindow(input);
  const [rows, units] = await Promise.all([findWaiting(city.tx, called, { limit, offset }), unitNames(city)]);
  return {
    ...{ page, pageSize, total: rows[0]?.total ?? 0 },
    rows: rows.map(({ total: _, lead, dueAt, ...row }) => ({
      ...row,
      matterId: row.matterId as never,
      kind: { id: row.kind, name: matterKind(row.kind).text },
      unit: units.nameOf(lead),
      dueOn: dueAt ? todayInShanghai(dueAt) : null,
    })),
  };
}

/** Satisfied closes, dissatisfied sends it back, not reached is counted; what nobody answers runs out by itself. */
export async function recordCallBack(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'petition.call-back', {});
  const matterId = input.id as never as MatterId;
  const note = input.note?.trim() ?? '';
  ensureNotSecret({ text: note });
  const held = await getMatter(city, matterId);
  const definition = matterKind(held.row.kind);
  const stands = { state: definition.states[held.row.state] ?? held.row.state };
  ensure(called.includes(held.row.kind) && held.row.state === 'answered', 'petition.not_answered', stands);
  const satisfaction =
    input.outcome === 'satisfied' ? scoreOf(city, held.row.kind, input.satisfaction) : null;
  if (input.outcome === 'dissatisfied') ensure(note, 'petition.no_reason');
  if (input.outcome === 'not-reached') await ensureTriesLeft(city, held);
  await insertCallBack(city.tx, {
    ...{ callBackId: newId<'call-back'>(), matterId, outcome: input.outcome, satisfaction },
    ...{ note: note || null, accountId: city.actor.accountId, by: city.actor.name, at: instantOf(city) },
  });
  if (input.outcome === 'not-reached') {
    ensure(held.row.version === input.version, 'matter.stale');
    return {
      matterId: input.id,
      state: { id: held.row.state, name: stands.state },
      version: held.row.version,
    };
  }
  const done = await actOnMatter(city, {
    ...{ matterId, version: input.version },
    ...(satisfaction === null
      ? { action: 'reject', given: { reason: note } }
      : { action: 'confirm', given: { satisfaction } }),
    seats: ({ row }) => seatsHeld(city.actor, row).filter((seat) => seat !== 'system'),
  });
  await tellRaiserActed(city, done, satisfaction === null ? '回访不满意，退回重办' : '回访满意，已办结');
  const { state, version } = done.row;
  return { matterId: input.id, state: { id: state, name: definition.states[state] ?? state }, version };
}

function scoreOf({ pack }: City, kind: string, score: number | undefined): number {
  ensure(score, 'petition.no_score');
  const { satisfactionFloor } = kindRulesOf(pack, kind);
  ensure(score <= satisfactionFloor, 'petition.choose_redo', { score: satisfactionNames[score - 1] });
  return score;
}

async function ensureTriesLeft(city: City, { row, events }: Awaited<ReturnType<typeof getMatter>>) {
  const answered = events.findLast(({ fact }) => fact.type === 'acted' && fact.to === 'answered')?.at;
  const { callBackTries: tries } = limitsOf(city.pack);
  const made = (await readCallBacks(city.tx, row.matterId)).filter(
    ({ outcome, at }) => outcome === 'not-reached' && (!answered || at >= answered),
  );
  ensure(made.length < tries, 'petition.tries_over', { tries });
}
