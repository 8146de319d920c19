import type { City } from '#access';
import type { MatterId } from '../domain/identity.ts';
import { type MatterFile, readMatterFiles } from '../store/file-row.ts';
import { type MatterLink, readLinks } from '../store/link-row.ts';
import { type RungRow, readRungs } from '../store/rung-row.ts';

/** What hangs on a matter beside its events. */
export type MatterDetail = {
  readonly links: readonly MatterLink[];
  readonly files: readonly MatterFile[];
  readonly rungs: readonly RungRow[];
};

export async function matterDetail(city: City, matterId: MatterId): Promise<MatterDetail> {
  const [links, files, rungs] = await Promise.all([
    readLinks(city.tx, matterId),
    readMatterFiles(city.tx, matterId),
    readRungs(city.tx, matterId),
  ]);
  return { links, files, rungs };
}
