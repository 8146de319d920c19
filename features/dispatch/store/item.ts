import { namedQuery, type Tx } from '#db';
import type { Id } from '#kernel/id';
import type { AgendaSource } from '../domain/agenda.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { MeetingId } from './meeting.ts';

export type ItemId = Id<'meeting-item'>;

export type ItemRow = {
  readonly itemId: ItemId;
  readonly position: number;
  readonly source: AgendaSource;
  readonly sourceKey: string;
  readonly title: string;
  readonly projectId: Id<'project'> | null;
  readonly matterId: string | null;
  readonly lead: string | null;
  readonly by: string;
  readonly at: Date;
  readonly removedReason: string | null;
  readonly removedBy: string | null;
  /** Null where figures and words are not for the reader. */
  readonly sheet: Sheet | null;
};

/** In their order; those taken off come last. */
export async function readItems(tx: Tx, id: MeetingId): Promise<ItemRow[]> {
  return namedQuery<ItemRow>(
    tx,
    'dispatch-items',
    `select i.item_id as "itemId", i.position, i.source, i.source_key as "sourceKey", i.title,
       i.project_id as "projectId", i.matter_id as "matterId", i.lead, i.by_name as by, i.at,
       i.removed_reason as "removedReason", i.removed_by as "removedBy", s.sheet
     from city.meeting_item i
     left join city.meeting_sheet s on s.city_id = i.city_id and s.meeting_id = i.meeting_id and s.item_id = i.item_id
     where i.city_id = $1 and i.meeting_id = $2
     order by i.removed_at is not null, i.position, i.item_id`,
    [tx.scope.cityId, id],
  );
}

export type NewItem = Omit<ItemRow, 'removedReason' | 'removedBy' | 'sheet'> & {
  readonly sheet: Sheet;
  /** Whose project or matter it is. */
  readonly holders: readonly string[];
};

/** An item whose key is there already only has its sheet made anew; one that was taken off stays off. */
export async function putItem(tx: Tx, meetingId: MeetingId, one: NewItem): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-put-item',
    `with put as (
       insert into city.meeting_item (city_id, meeting_id, item_id, position, source, source_key, title, project_id,
         matter_id, lead, by_name, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (city_id, meeting_id, source_key) do update set title = excluded.title, lead = excluded.lead
       returning item_id)
     insert into city.meeting_sheet (city_id, meeting_id, item_id, holders, sheet)
     select $1, $2, put.item_id, $13, $14 from put
     on conflict (city_id, meeting_id, item_id) do update set holders = excluded.holders, sheet = excluded.sheet`,
    [
      ...[tx.scope.cityId, meetingId, one.itemId, one.position, one.source, one.sourceKey, one.title],
      ...[one.projectId, one.matterId, one.lead, one.by, one.at, one.holders, JSON.stringify(one.sheet)],
    ],
  );
}

export async function removeItemRow(
  tx: Tx,
  meetingId: MeetingId,
  itemId: ItemId,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-remove-item',
    `update city.meeting_item set removed_reason = $4, removed_by = $5, removed_at = $6
     where city_id = $1 and meeting_id = $2 and item_id = $3`,
    [tx.scope.cityId, meetingId, itemId, reason, by, at],
  );
}

export async function orderItemRows(tx: Tx, meetingId: MeetingId, itemIds: readonly ItemId[]): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-order-items',
    `update city.meeting_item i set position = o.place from unnest($3::uuid[]) with ordinality o (item_id, place)
     where i.city_id = $1 and i.meeting_id = $2 and i.item_id = o.item_id`,
    [tx.scope.cityId, meetingId, itemIds],
  );
}

/** How many stand on the agenda of each meeting. */
export async function countItems(tx: Tx, meetingIds: readonly MeetingId[]): Promise<Map<string, number>> {
  const rows = await namedQuery<{ readonly meetingId: string; readonly count: number }>(
    tx,
    'dispatch-count-items',
    `select meeting_id as "meetingId", count(*)::integer as count from city.meeting_item
     where city_id = $1 and meeting_id = any ($2::uuid[]) and removed_at is null group by meeting_id`,
    [tx.scope.cityId, meetingIds],
  );
  return new Map(rows.map(({ meetingId, count }) => [meetingId, count]));
}
