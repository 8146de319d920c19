import type { Scope, Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { type Actor, holdsRole } from './actor.ts';

/** Where a request came from; absent for jobs and the command line. */
export type Origin = { readonly ip?: string; readonly userAgent?: string; readonly sessionId?: string };

/** The world of an act: one city, one transaction, one actor, one day. The first argument of every act. */
export type City = {
  readonly tx: Tx;
  readonly cityId: number;
  readonly pack: Pack;
  readonly today: PlainDate;
  readonly now: Date;
  readonly actor: Actor;
  readonly origin?: Origin;
};

/** What the database enforces beneath the permissions, for transactions of this actor. */
export function scopeOf(actor: Actor, cityId: number): Scope {
  return {
    cityId,
    actorId: actor.accountId,
    reach: actor.trusted === 'system' ? 'system' : actor.reach,
    holders: actor.holders,
    readsAudit: actor.trusted !== undefined || holdsRole(actor, 'audit-admin'),
  };
}
