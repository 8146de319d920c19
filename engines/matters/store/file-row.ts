import { namedQuery, type Tx } from '#db';
import type { MatterId } from '../domain/identity.ts';

export type MatterFile = {
  readonly fileId: string;
  readonly name: string;
  readonly field: string | null;
  readonly innerOnly: boolean;
  readonly addedBy: string;
  readonly addedAt: Date;
};

export async function insertMatterFiles(
  tx: Tx,
  matterId: MatterId,
  files: readonly MatterFile[],
): Promise<void> {
  const of = <K extends keyof MatterFile>(key: K) => files.map((file) => file[key]);
  await namedQuery(
    tx,
    'matter-files-add',
    `insert into city.matter_file (city_id, matter_id, file_id, name, field, inner_only, added_by, added_at)
     select $1, $2, * from unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::uuid[], $8::timestamptz[])
     on conflict do nothing`,
    [
      ...[tx.scope.cityId, matterId, of('fileId'), of('name'), of('field'), of('innerOnly')],
      ...[of('addedBy'), of('addedAt')],
    ],
  );
}

export async function readMatterFiles(tx: Tx, matterId: MatterId): Promise<MatterFile[]> {
  return namedQuery<MatterFile>(
    tx,
    'matter-files',
    `select file_id as "fileId", name, field, inner_only as "innerOnly", added_by as "addedBy", added_at as "addedAt"
     from city.matter_file where city_id = $1 and matter_id = $2 order by added_at, file_id`,
    [tx.scope.cityId, matterId],
  );
}
