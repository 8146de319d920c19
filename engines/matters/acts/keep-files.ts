import type { City } from '#access';
import type { MatterId } from '../domain/identity.ts';
import { insertMatterFiles } from '../store/file-row.ts';
import { instantOf } from './instant-of.ts';

export type GivenFile = {
  readonly fileId: string;
  readonly name: string;
  /** The field it was given in. */
  readonly field: string;
  readonly inner: boolean;
};

/** Files given with an opening or an action hang on the matter from then on; the event names them in its field. */
export async function keepFiles(city: City, matterId: MatterId, files: readonly GivenFile[]): Promise<void> {
  if (files.length === 0) return;
  await insertMatterFiles(
    city.tx,
    matterId,
    files.map(({ fileId, name, field, inner }) => ({
      ...{ fileId, name, field, innerOnly: inner, addedBy: city.actor.accountId, addedAt: instantOf(city) },
    })),
  );
}
