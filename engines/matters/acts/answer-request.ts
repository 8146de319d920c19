import { audit, type City } from '#access';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { Seat } from '../domain/definition.ts';
import { answerRequestRow, findRequest, type LeaderRequest } from '../store/leader-request.ts';
import { holdMatter } from './hold-matter.ts';
import { instantOf } from './instant-of.ts';
import { byOf } from './open-matter.ts';
import { addEvents } from './write-matter.ts';

defineRefusals({
  'leader_request.not_forwarded': { status: 409, text: '这件请示没有转呈，不能登记决定意见' },
  'leader_request.answered': { status: 409, text: '这件请示已经登记决定意见，请看过再定' },
});

export type AnswerAsked = {
  readonly requestId: string;
  readonly version: number;
  readonly text: string;
  /** Whose words they are. */
  readonly leader: string;
  readonly seat: Seat;
};

/**
 * What the leader decided stands with the request and, as an inner remark, in the matter's timeline. It moves no state:
 * whoever's move it is acts on it.
 */
export async function answerRequest(city: City, asked: AnswerAsked): Promise<LeaderRequest> {
  const request = await findRequest(city.tx, asked.requestId);
  ensure(request, 'leader_request.unknown');
  ensure(request.state === 'forwarded', 'leader_request.not_forwarded');
  ensure(request.answer === null && request.version === asked.version, 'leader_request.answered');
  const answer = asked.text.trim();
  ensure(answer, 'matter.no_reason');
  const answered = { answer, answeredName: asked.leader, answeredAt: instantOf(city) };
  await answerRequestRow(city.tx, {
    ...{ requestId: asked.requestId, by: city.actor.accountId },
    ...answered,
  });
  const held = await holdMatter(city, request.matterId, undefined);
  const remark = { type: 'remarked', text: `${asked.leader}决定：${answer}`, inner: true } as const;
  await addEvents(city, held, [remark], byOf(city, asked.seat));
  await audit(city, {
    ...{ action: 'leader-request.answer', object: 'leader-request', objectId: asked.requestId },
    details: { number: request.number, leader: asked.leader, answer },
  });
  return { ...request, ...answered, version: request.version + 1 };
}
