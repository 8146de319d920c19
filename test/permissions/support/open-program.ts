import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type City, localOperator } from '#access';
import { saveCity } from '#db';
import { asTableOwner, testDatabase } from '#db/testing';
import { organisationsSection, syncOrganisations } from '#engines/registry';
import { openFileStore, setFileStore } from '#files';
import { mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import type { PlainDate } from '#kernel/plain-date';
import { type Pack, sectionOf } from '#pack';
import { setOutwardWorld } from '#telling';
import { implementations } from '../../../apps/program/implementations.ts';
import { migrations } from '../../../apps/program/migrations.ts';
import { type Program, packNamed } from '../../../apps/program/program.ts';
import { serverWorld } from '../../../features/identity/server-world.ts';
import { undoingWorld } from './undoing-world.ts';

const packFolder = join(import.meta.dirname, '../pack');

/** The day on which cards are opened, and the day on which everything else happens and is asked. */
const firstDay = '2023-05-02';
export const today = '2023-06-20';
export const cityId = 829_800;
/** A second city of the same make: of it nobody of the first may see a row. */
export const otherCityId = 829_801;

/** The whole program on a database of its own, with every route, for two cities that are still empty. */
export async function openProgram() {
  const { db, drop } = await testDatabase(migrations);
  const home = mkdtempSync(join(tmpdir(), 'guatu-rights-'));
  setFileStore(await openFileStore(join(home, 'files')));
  setOutwardWorld({ keyFolder: join(home, 'secrets'), origin: '', allowedTargets: ['127.0.0.1'] });
  const pack = packNamed(packFolder);
  const packs = new Map<number, Pack>([cityId, otherCityId].map((id) => [id, { ...pack, cityId: id }]));
  let clock: PlainDate = firstDay;
  const now = () => new Date(`${clock}T02:00:00Z`);
  const world = serverWorld({ db, packOf: (id) => packs.get(id), cityOf: () => cityId, now });
  const program: Program = { db, home, packs, demonstration: false, world };
  const inCity = <T>(id: number, act: (city: City) => Promise<T>): Promise<T> =>
    world.open({ cityId: id, actor: localOperator }, { readOnly: false, origin: {} }, act);
  for (const id of packs.keys()) {
    await inCity(id, async (city) => {
      await saveCity(city.tx, packFolder, pack.name);
      await syncOrganisations(city, sectionOf(pack, organisationsSection));
    });
  }
  const acting = undoingWorld(world);
  const routes = await implementations(program);
  const server = await openServer({ settings: { rateLimits: false } });
  mount(server, routes, acting);
  const served = await serveForTest(server);
  return {
    ...{ db, inCity, acting },
    routes: routes.map((one) => one.route),
    baseUrl: served.baseUrl,
    /** Typed calls with somebody's cookie; a refusal throws. */
    callAs: ({ cookie }: { readonly cookie: string }) => {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      return served.browser({ [name]: value }).call;
    },
    /** Whoever is signed in stays so. */
    goToToday: async () => {
      clock = today;
      await asTableOwner(
        db,
        "update city.session set last_seen_at = '2100-01-01', expires_at = '2100-01-01'",
      );
    },
    goToFirstDay: () => {
      clock = firstDay;
    },
    close: async () => {
      await served.close();
      await drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type OpenedProgram = Awaited<ReturnType<typeof openProgram>>;
