import { anonymousActor, findSignedIn, scopeOf } from '#access';
import { type Db, inScope, retrying } from '#db';
import type { ServerWorld } from '#http';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { Pack } from '#pack';
import { openBeforePasswordChange } from './contract.ts';

defineRefusals({
  'city.unknown': { status: 404, text: '本系统没有这个城市的数据（编号 {cityId}）。' },
});

export type ServerWorldOptions = {
  readonly db: Db;
  /** undefined for a city that is not kept here. */
  readonly packOf: (cityId: number) => Pack | undefined;
  /** The city of a visitor who names none, by the host name asked for. */
  readonly cityOf: (host: string) => number;
  /** A city's own day, where it is not the day of `now`: a demonstration year. */
  readonly todayOf?: (cityId: number) => PlainDate | undefined;
  /** Demonstration accounts keep the password they were printed with. */
  readonly demonstration?: boolean;
  readonly now?: () => Date;
};

/** The world of the server as this feature's sessions and accounts make it. */
export function serverWorld(options: ServerWorldOptions): ServerWorld {
  const { db, packOf, cityOf, todayOf, demonstration = false, now = () => new Date() } = options;
  return {
    findCaller: async (token) => {
      const signedIn = await findSignedIn(db, token, now(), todayOf);
      if (!signedIn) return undefined;
      const { mustChange, ...caller } = signedIn;
      if (!mustChange || demonstration) return caller;
      return { ...caller, confined: { to: openBeforePasswordChange, refusal: 'password.must_change' } };
    },
    visitor: (host, cityId) => ({ cityId: cityId ?? cityOf(host), actor: anonymousActor }),
    open: async ({ cityId, actor }, { readOnly, origin }, act) => {
      const pack = packOf(cityId);
      ensure(pack, 'city.unknown', { cityId });
      const instant = now();
      const today = todayOf?.(cityId) ?? todayInShanghai(instant);
      // A transaction that could not be ordered among others did nothing, so the act may run again.
      return retrying(() =>
        inScope(
          db,
          scopeOf(actor, cityId),
          (tx) => act({ tx, cityId, pack, today, now: instant, actor, origin }),
          { readOnly },
        ),
      );
    },
  };
}
