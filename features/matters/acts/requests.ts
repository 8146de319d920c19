import { type City, ensureMay, ensureNotSecret, holdsRole, may } from '#access';
import {
  answerRequest,
  decideRequest,
  getMatter,
  type LeaderRequest,
  ladderFor,
  leaderRequestCounts,
  leaderRequests,
  matterKind,
} from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import { defineTellingKinds, tell } from '#telling';
import type * as routes from '../contract.ts';
import { rungWords } from './rung-words.ts';
import '../refusals.ts';
import { recipientNames } from '../texts.ts';
import { matterLines } from './matter-lines.ts';

defineTellingKinds({
  'leader-request.forwarded': '转呈的请示',
  'leader-request.answered': '领导对请示的决定',
});

/** Requests by their state; `answered` are forwarded ones with an answer. */
export async function viewRequests(city: City, { state }: InputOf<typeof routes.listLeaderRequests>) {
  ensureMay(city, 'leader-request.view', {});
  const [requests, counts] = await Promise.all([
    state === 'answered'
      ? leaderRequests(city, { answered: true })
      : leaderRequests(city, { state, answered: state === 'forwarded' ? false : undefined }),
    leaderRequestCounts(city),
  ]);
  const can = (action: string) => may(city.actor, action, {});
  return {
    requests: await requestViews(city, requests),
    ...counts,
    may: { decide: can('leader-request.decide'), answer: can('leader-request.answer') },
  };
}

/** Forwarded and not answered: what waits for a leader's decision. */
export async function viewDecisions(city: City) {
  ensureMay(city, 'leader-request.view', {});
  const requests = await leaderRequests(city, { state: 'forwarded', answered: false });
  return { total: (await leaderRequestCounts(city)).waiting, requests: await requestViews(city, requests) };
}

/** Whoever forwards does so by hand: only then a leader hears of it. */
export async function decide(city: City, input: InputOf<typeof routes.decideLeaderRequest>) {
  ensureMay(city, 'leader-request.decide', {});
  ensureNotSecret({ text: input.note ?? '' });
  const request = await decideRequest(city, input);
  if (input.forward) await say(city, request, 'leader-request.forwarded');
  return { requestId: input.requestId, version: request.version };
}

/** In the leader's own hand, or written down by the government office with his name. */
export async function answer(city: City, input: InputOf<typeof routes.answerLeaderRequest>) {
  ensureMay(city, 'leader-request.answer', {});
  ensureNotSecret({ text: input.text });
  const own = holdsRole(city.actor, 'leader');
  const leader = own ? city.actor.name : input.leader?.trim();
  ensure(leader, 'leader_request.no_leader');
  const seat = own ? 'leader' : 'government-office';
  const { requestId, version, text } = input;
  const request = await answerRequest(city, { requestId, version, text, leader, seat });
  await say(city, request, 'leader-request.answered');
  return { requestId, version: request.version };
}

async function say(
  city: City,
  request: LeaderRequest,
  kind: 'leader-request.forwarded' | 'leader-request.answered',
): Promise<void> {
  const { row } = await getMatter(city, request.matterId);
  const isForwarded = kind === 'leader-request.forwarded';
  await tell(city, {
    ...{ key: `${kind} ${request.requestId}`, kind },
    to: isForwarded
      ? [{ role: 'leader' }]
      : [{ role: 'government-office' }, ...(row.lead ? [{ org: row.lead }] : [])],
    title: `${matterKind(row.kind).text}${row.number}${isForwarded ? '请您决定' : '市领导已作决定'}`,
    text: `${row.title}${isForwarded ? '' : `：${request.answer}`}`,
    about: { object: 'matter', objectId: row.matterId, path: `/matters/${row.matterId}` },
    urgency: row.urgent ? 'urgent' : 'normal',
  });
}

async function requestViews(city: City, requests: readonly LeaderRequest[]) {
  const rows = await Promise.all(requests.map(async ({ matterId }) => (await getMatter(city, matterId)).row));
  const lines = await matterLines(city, rows);
  return requests.map((request, at) => {
    const definition = matterKind(request.kind);
    const rung = ladderFor(city.pack, definition)?.rungs.find(({ id }) => id === request.rung);
    return {
      requestId: request.requestId as never,
      recipient: recipientNames[request.recipient] ?? request.recipient,
      why: rung ? rungWords(definition, rung) : request.rung,
      basis: rung?.basis ?? null,
      ...{ state: request.state, draftedAt: request.draftedAt, note: request.note, answer: request.answer },
      ...{ decidedBy: request.decidedName, decidedAt: request.decidedAt },
      ...{ answeredBy: request.answeredName, answeredAt: request.answeredAt, version: request.version },
      matter: lines[at]!,
    };
  });
}
