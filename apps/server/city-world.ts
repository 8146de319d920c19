import { anonymousActor, findSignedIn, scopeOf } from '#access';
import { type Db, inScope, retrying } from '#db';
import type { ServerWorld } from '#http';
import { todayInShanghai } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { Pack } from '#pack';
import type { Clock } from './clock.ts';

defineRefusals({
  'server.no_such_city': { status: 404, text: '本系统没有这个城市，请从列表中选择' },
});

export type CityWorldOptions = {
  readonly db: Db;
  /** The packs of the cities served, the one shown to visitors first. */
  readonly packs: () => readonly Pack[];
  readonly clock: Clock;
  /** Routes (`POST /session/password`) open to an account that has still to change its password. */
  readonly openBeforePasswordChange: readonly string[];
};

/** The world of the requests of a server: sessions and rows of the database, packs and the clock of the program. */
export function cityWorld({ db, packs, clock, openBeforePasswordChange }: CityWorldOptions): ServerWorld {
  return {
    findCaller: async (token) => {
      const signedIn = await findSignedIn(db, token, clock());
      if (!signedIn) return undefined;
      const { mustChange, ...caller } = signedIn;
      if (!mustChange) return caller;
      return { ...caller, confined: { to: openBeforePasswordChange, refusal: 'password.must_change' } };
    },
    visitor: (_host, cityId) => {
      const all = packs();
      const pack = cityId === undefined ? all[0] : all.find((one) => one.cityId === cityId);
      ensure(pack, 'server.no_such_city');
      return { cityId: pack.cityId, actor: anonymousActor };
    },
    open: ({ cityId, actor }, { readOnly, origin }, act) => {
      const pack = packs().find((one) => one.cityId === cityId);
      ensure(pack, 'server.no_such_city');
      // Not one statement of a transaction that could not be ordered took effect, so the act may run again.
      return retrying(() =>
        inScope(
          db,
          scopeOf(actor, cityId),
          (tx) => {
            const now = clock();
            return act({ tx, cityId, pack, today: todayInShanghai(now), now, actor, origin });
          },
          { readOnly },
        ),
      );
    },
  };
}
