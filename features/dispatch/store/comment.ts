import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { ItemId } from './item.ts';
import type { MeetingId } from './meeting.ts';

export type CommentRow = {
  readonly meetingId: MeetingId;
  readonly itemId: ItemId;
  readonly orgId: string;
  readonly text: string;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
};

const columns = `meeting_id as "meetingId", item_id as "itemId", org_id as "orgId", text, version, by_name as by, at`;

/** All the reader may see: the offices of the city every one, a unit its own. */
export async function readComments(tx: Tx, meetingIds: readonly MeetingId[]): Promise<CommentRow[]> {
  return namedQuery<CommentRow>(
    tx,
    'dispatch-comments',
    `select ${columns} from city.meeting_comment where city_id = $1 and meeting_id = any ($2::uuid[]) order by at`,
    [tx.scope.cityId, meetingIds],
  );
}

/** True where the version was the one given; a first comment has none before it. */
export async function putComment(tx: Tx, one: CommentRow): Promise<boolean> {
  const rows = await namedQuery(
    tx,
    'dispatch-put-comment',
    `insert into city.meeting_comment as c (city_id, meeting_id, item_id, org_id, text, by_name, at)
     select $1, $2, $3, $4, $5, $6, $7 where $8::integer = 0 or exists (select 1 from city.meeting_comment e
       where e.city_id = $1 and e.meeting_id = $2 and e.item_id = $3 and e.org_id = $4)
     on conflict (city_id, meeting_id, item_id, org_id) do update
       set text = excluded.text, by_name = excluded.by_name, at = excluded.at, version = c.version + 1
       where c.version = $8::integer
     returning version`,
    [tx.scope.cityId, one.meetingId, one.itemId, one.orgId, one.text, one.by, one.at, one.version],
  );
  return rows.length > 0;
}

/** Meetings in preparation that close their comments within a span of days. */
export async function meetingsClosingComments(
  tx: Tx,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<MeetingId[]> {
  const rows = await namedQuery<{ readonly meetingId: MeetingId }>(
    tx,
    'dispatch-comments-closing',
    `select meeting_id as "meetingId" from city.meeting where city_id = $1 and state = 'preparing'
       and invited_at is not null and comments_to between $2 and $3 order by held_on`,
    [tx.scope.cityId, span.from, span.to],
  );
  return rows.map(({ meetingId }) => meetingId);
}
