import { scopeOf, systemActor } from '#access';
import { type Db, inScope, packVersionOf } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { packOn } from './acts/pack-on.ts';
import { listOverlays } from './store/overlay.ts';

type Kept = {
  readonly shipped: Pack;
  readonly version: number;
  readonly today: PlainDate;
  readonly pack: Promise<Pack>;
};

/**
 * The packs of the cities as they stand: the shipped files with the overlays in force on the day. A pack is made again
 * when its city's version has risen or the day has changed; every request knows the version from its session, so that all
 * instances follow at once without asking anything more.
 */
export function keepPacks(db: Db, shippedOf: (cityId: number) => Pack | undefined) {
  const kept = new Map<number, Kept>();

  function load(cityId: number, shipped: Pack, today: PlainDate): Promise<{ version: number; pack: Pack }> {
    const scope = scopeOf(systemActor, cityId);
    return inScope(
      db,
      scope,
      async (tx) => {
        const version = await packVersionOf(tx);
        if (version === 0) return { version, pack: shipped };
        return { version, pack: packOn(shipped, await listOverlays(tx), today).pack };
      },
      { readOnly: true },
    );
  }

  return async (cityId: number, at: { readonly today: PlainDate; readonly version?: number | undefined }) => {
    const shipped = shippedOf(cityId);
    if (!shipped) return undefined;
    if (at.version === 0) return shipped;
    const version =
      at.version ?? (await inScope(db, scopeOf(systemActor, cityId), packVersionOf, { readOnly: true }));
    const known = kept.get(cityId);
    if (known?.shipped === shipped && known.version >= version && known.today === at.today) return known.pack;
    const loading = load(cityId, shipped, at.today);
    const entry = { shipped, version, today: at.today, pack: loading.then(({ pack }) => pack) };
    kept.set(cityId, entry);
    try {
      const loaded = await loading;
      if (kept.get(cityId) === entry) kept.set(cityId, { ...entry, version: loaded.version });
      return loaded.pack;
    } catch (error) {
      if (kept.get(cityId) === entry) kept.delete(cityId);
      throw error;
    }
  };
}
