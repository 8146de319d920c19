import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { Overlay, Revision, Step } from '../domain/overlay.ts';

type OverlayId = Id<'overlay'>;

type RevisionRow = Revision & { readonly overlayId: OverlayId; readonly file: string };
type StepRow = Step & { readonly overlayId: OverlayId };

const revisionColumns = sql`overlay_id as "overlayId", number, file, content, base, effective_from as "effectiveFrom",
  reason, basis, account_id as "accountId", by_name as "byName", at`;

const stepColumns = sql`overlay_id as "overlayId", act, number, from_on as "fromOn", reason, account_id as "accountId",
  by_name as "byName", at`;

/** Every overlay of the city with its revisions and steps, the oldest first. */
export async function listOverlays(
  tx: Tx,
  only: { readonly overlayId?: OverlayId; readonly file?: string } = {},
): Promise<Overlay[]> {
  const { overlayId = null, file = null } = only;
  const { rows: revisions } = await sql<RevisionRow>`
    select ${revisionColumns} from city.pack_overlay
    where city_id = ${tx.scope.cityId} and (${overlayId}::uuid is null or overlay_id = ${overlayId}::uuid)
      and (${file}::text is null or file = ${file})
    order by overlay_id, number`.execute(tables(tx));
  const { rows: steps } = await sql<StepRow>`
    select ${stepColumns} from city.pack_overlay_step
    where city_id = ${tx.scope.cityId} and (${overlayId}::uuid is null or overlay_id = ${overlayId}::uuid)
    order by overlay_id, at`.execute(tables(tx));
  const stepsOf = Map.groupBy(steps, (one) => one.overlayId);
  return [...Map.groupBy(revisions, (one) => one.overlayId)].map(([id, written]) => ({
    overlayId: id,
    file: (written[0] as RevisionRow).file,
    revisions: written,
    steps: stepsOf.get(id) ?? [],
  }));
}

export async function findOverlay(tx: Tx, overlayId: OverlayId): Promise<Overlay | undefined> {
  return (await listOverlays(tx, { overlayId }))[0];
}

/** Two who act on one overlay follow one another. */
export async function lockOverlay(tx: Tx, overlayId: OverlayId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${overlayId}, ${tx.scope.cityId}))`.execute(
    tables(tx),
  );
}

export type NewRevision = Omit<Revision, 'at'> & { readonly overlayId: OverlayId; readonly file: string };

export async function addRevision(tx: Tx, one: NewRevision): Promise<void> {
  await sql`insert into city.pack_overlay (city_id, overlay_id, number, file, content, base, effective_from, reason,
      basis, account_id, by_name)
    values (${tx.scope.cityId}, ${one.overlayId}, ${one.number}, ${one.file}, ${one.content}, ${one.base},
      ${one.effectiveFrom}, ${one.reason}, ${one.basis}, ${one.accountId}, ${one.byName})`.execute(
    tables(tx),
  );
}

export type NewStep = Omit<Step, 'at' | 'fromOn'> & {
  readonly overlayId: OverlayId;
  readonly fromOn: PlainDate | null;
};

export async function addStep(tx: Tx, one: NewStep): Promise<void> {
  await sql`insert into city.pack_overlay_step (city_id, overlay_id, act, number, from_on, reason, account_id, by_name)
    values (${tx.scope.cityId}, ${one.overlayId}, ${one.act}, ${one.number}, ${one.fromOn}, ${one.reason},
      ${one.accountId}, ${one.byName})`.execute(tables(tx));
}
