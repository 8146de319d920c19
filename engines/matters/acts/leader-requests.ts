import { audit, type City } from '#access';
import { defineRefusals, ensure } from '#kernel/refusal';
import {
  countRequests,
  decideRequestRow,
  findRequest,
  type LeaderRequest,
  type RequestCounts,
  type RequestFilter,
  readRequests,
} from '../store/leader-request.ts';
import { instantOf } from './instant-of.ts';

defineRefusals({
  'leader_request.unknown': { status: 404, text: '没有找到这件请示' },
  'leader_request.decided': { status: 409, text: '这件请示已经处理，请看过再定' },
  'leader_request.no_note': { status: 422, text: '不予转呈请写明理由' },
});

/** Requests drafted by ladders: the drafts first. */
export async function leaderRequests(
  city: City,
  filter: RequestFilter = {},
  limit = 200,
): Promise<LeaderRequest[]> {
  return readRequests(city.tx, filter, limit);
}

export async function leaderRequestCounts(city: City): Promise<RequestCounts> {
  return countRequests(city.tx);
}

/** The government office forwards a drafted request to the leader, or drops it with a reason. */
export async function decideRequest(
  city: City,
  asked: {
    readonly requestId: string;
    readonly version: number;
    readonly forward: boolean;
    readonly note?: string | undefined;
  },
): Promise<LeaderRequest> {
  const request = await findRequest(city.tx, asked.requestId);
  ensure(request, 'leader_request.unknown');
  ensure(request.state === 'drafted' && request.version === asked.version, 'leader_request.decided');
  const note = asked.note?.trim() || null;
  ensure(asked.forward || note, 'leader_request.no_note');
  const state = asked.forward ? 'forwarded' : 'dropped';
  const decided = { state, note, decidedName: city.actor.name, decidedAt: instantOf(city) } as const;
  await decideRequestRow(city.tx, { requestId: asked.requestId, by: city.actor.accountId, ...decided });
  await audit(city, {
    ...{ action: 'leader-request.decide', object: 'leader-request', objectId: asked.requestId },
    details: { number: request.number, forward: asked.forward, note },
  });
  return { ...request, ...decided, version: request.version + 1 };
}
