import type { City } from '#access';
import { ensure, Refusal } from '#kernel/refusal';
import { findAnswer, keepAnswer, takeKey } from '../store/idempotency.ts';
import type { Answer } from './answer.ts';

type Asked = {
  readonly key: string;
  readonly fingerprint: string;
  /** The answer may be shown only once. */
  readonly secret: boolean;
};

/**
 * Runs the act and keeps its answer in the same transaction, or returns the kept one. The key belongs to the
 * account: another account's equal key is another key. Without a request to keep, it just runs.
 */
export async function actOnce(
  city: City,
  request: Asked | undefined,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const { tx, actor } = city;
  if (!request) return act();
  if (!(await taken(city, request))) {
    const kept = await findAnswer(tx, actor.accountId, request.key);
    ensure(kept?.fingerprint === request.fingerprint, 'http.key_reused');
    ensure(kept.status !== null && kept.answer !== null, 'http.shown_once');
    return { status: kept.status, body: kept.answer, replayed: true };
  }
  const answer = await act();
  if ('file' in answer) throw new Error('a file is not kept for a replay');
  if (request.secret && answer.status === 200) return answer;
  keepAnswer(tx, actor.accountId, request.key, { status: answer.status, answer: answer.body });
  return answer;
}

async function taken(city: City, request: Asked): Promise<boolean> {
  try {
    return await takeKey(city.tx, city.actor.accountId, request.key, request.fingerprint);
  } catch (error) {
    const lockTimedOut = error instanceof Error && 'code' in error && error.code === '55P03';
    throw lockTimedOut ? new Refusal('http.key_busy') : error;
  }
}
