import { anonymousActor, findSignedIn, limitedBy, scopeOf } from '#access';
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
  /** The pack as it stands on a day; undefined for a city that is not kept here. */
  readonly packOf: (cityId: number, at: PackMoment) => Pack | undefined | Promise<Pack | undefined>;
  /** The city of a visitor who names none, by the host name asked for. */
  readonly cityOf: (host: string) => number;
  /** A city's own day, where it is not the day of `now`: a demonstration year. */
  readonly todayOf?: (cityId: number) => PlainDate | undefined;
  /** Demonstration accounts keep the password they were printed with. */
  readonly demonstration?: boolean;
  readonly now?: () => Date;
};

export type PackMoment = {
  readonly today: PlainDate;
  /** The version known to stand, where the caller has just read it; otherwise it has to be looked up. */
  readonly version?: number | undefined;
};

/** The world of the server as this feature's sessions and accounts make it. */
export function serverWorld(options: ServerWorldOptions): ServerWorld {
  const { db, packOf, cityOf, todayOf, demonstration = false, now = () => new Date() } = options;
  const dayOf = (cityId: number, instant: Date) => todayOf?.(cityId) ?? todayInShanghai(instant);
  return {
    findCaller: async (token) => {
      const instant = now();
      const signedIn = await findSignedIn(db, token, instant, todayOf);
      if (!signedIn) return undefined;
      const { mustChange, actor, ...rest } = signedIn;
      const { cityId, packVersion: version } = rest;
      const pack = await packOf(cityId, { version, today: dayOf(cityId, instant) });
      const caller = { ...rest, actor: pack ? limitedBy(pack, actor) : actor };
      if (!mustChange || demonstration) return caller;
      return { ...caller, confined: { to: openBeforePasswordChange, refusal: 'password.must_change' } };
    },
    visitor: (host, cityId) => ({ cityId: cityId ?? cityOf(host), actor: anonymousActor }),
    open: async ({ cityId, actor, packVersion: version }, { readOnly, origin }, act) => {
      const instant = now();
      const today = dayOf(cityId, instant);
      const pack = await packOf(cityId, { version, today });
      ensure(pack, 'city.unknown', { cityId });
      // A transaction that could not be ordered among others did nothing, so the act may run again.
      return retrying(() =>
        inScope(
          db,
          scopeOf(actor, cityId),
          (tx) => act({ tx, cityId, pack, today, now: instant, actor, origin }),
          { readOnly, repeatable: true },
        ),
      );
    },
  };
}
