import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';

export type MeetingId = Id<'meeting'>;

export type MeetingState = 'preparing' | 'closed' | 'cancelled';

export type MeetingRow = {
  readonly meetingId: MeetingId;
  readonly cadence: string | null;
  readonly groupId: Id<'dispatch-group'> | null;
  readonly title: string;
  readonly kind: string;
  readonly level: string;
  readonly period: string | null;
  readonly field: string;
  readonly departments: readonly string[];
  readonly heldOn: PlainDate;
  readonly heldAt: string | null;
  readonly place: string;
  readonly chair: string;
  readonly invited: readonly string[];
  readonly others: string;
  readonly commentsFrom: PlainDate | null;
  readonly commentsTo: PlainDate | null;
  readonly agendaAsOf: PlainDate | null;
  readonly agendaLeft: Readonly<Record<string, number>>;
  readonly state: MeetingState;
  readonly stateReason: string | null;
  readonly present: string | null;
  readonly absent: string | null;
  readonly digest: string | null;
  readonly invitedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly accountId: string;
  readonly by: string;
  readonly at: Date;
};

const columns = `meeting_id as "meetingId", cadence, group_id as "groupId", title, kind, level, period, field, departments,
  held_on as "heldOn", held_at as "heldAt", place, chair, invited, others, comments_from as "commentsFrom",
  comments_to as "commentsTo", agenda_as_of as "agendaAsOf", agenda_left as "agendaLeft", state, state_reason as "stateReason", present, absent, digest,
  invited_at as "invitedAt", closed_at as "closedAt", version, account_id as "accountId", by_name as by, at`;

export async function findMeeting(tx: Tx, id: MeetingId): Promise<MeetingRow | undefined> {
  const [row] = await namedQuery<MeetingRow>(
    tx,
    'dispatch-meeting',
    `select ${columns} from city.meeting where city_id = $1 and meeting_id = $2`,
    [tx.scope.cityId, id],
  );
  return row;
}

export async function lockMeeting(tx: Tx, id: MeetingId): Promise<MeetingRow | undefined> {
  const [row] = await namedQuery<MeetingRow>(
    tx,
    'dispatch-meeting-lock',
    `select ${columns} from city.meeting where city_id = $1 and meeting_id = $2 for update`,
    [tx.scope.cityId, id],
  );
  return row;
}

export type MeetingFilter = {
  /** Only those to which one of these is invited; absent: all. */
  readonly invited?: readonly string[] | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly groupId?: string | undefined;
};

/** The latest day first. */
export async function readMeetings(tx: Tx, filter: MeetingFilter, limit = 500): Promise<MeetingRow[]> {
  const { invited = null, from = null, to = null, groupId = null } = filter;
  return namedQuery<MeetingRow>(
    tx,
    'dispatch-meetings',
    `select ${columns} from city.meeting where city_id = $1
       and ($2::uuid[] is null or invited && $2::uuid[])
       and ($3::date is null or held_on >= $3::date) and ($4::date is null or held_on <= $4::date)
       and ($5::uuid is null or group_id = $5::uuid)
     order by held_on desc, held_at desc nulls last, meeting_id desc limit $6`,
    [tx.scope.cityId, invited, from, to, groupId, limit],
  );
}

/** The last one of the same cadence, group and field that was closed before a day. */
export async function previousMeeting(
  tx: Tx,
  { cadence, groupId, field }: Pick<MeetingRow, 'cadence' | 'groupId' | 'field'>,
  before: PlainDate,
): Promise<MeetingRow | undefined> {
  if (!cadence) return undefined;
  const [row] = await namedQuery<MeetingRow>(
    tx,
    'dispatch-previous-meeting',
    `select ${columns} from city.meeting where city_id = $1 and cadence = $2
       and group_id is not distinct from $3::uuid and field = $4 and state = 'closed' and held_on < $5::date
     order by held_on desc, meeting_id desc limit 1`,
    [tx.scope.cityId, cadence, groupId, field, before],
  );
  return row;
}

export type NewMeeting = Omit<
  MeetingRow,
  | 'state'
  | 'stateReason'
  | 'present'
  | 'absent'
  | 'digest'
  | 'invitedAt'
  | 'closedAt'
  | 'version'
  | 'agendaLeft'
>;

export async function addMeeting(tx: Tx, one: NewMeeting): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-add-meeting',
    `insert into city.meeting (city_id, meeting_id, cadence, group_id, title, kind, level, period, field, departments,
       held_on, held_at, place, chair, invited, others, comments_from, comments_to, agenda_as_of, account_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      ...[
        tx.scope.cityId,
        one.meetingId,
        one.cadence,
        one.groupId,
        one.title,
        one.kind,
        one.level,
        one.period,
      ],
      ...[one.field, one.departments, one.heldOn, one.heldAt, one.place, one.chair, one.invited, one.others],
      ...[one.commentsFrom, one.commentsTo, one.agendaAsOf, one.accountId, one.by, one.at],
    ],
  );
}

export type MeetingChange = Partial<
  Pick<
    MeetingRow,
    | 'title'
    | 'heldOn'
    | 'heldAt'
    | 'place'
    | 'chair'
    | 'invited'
    | 'others'
    | 'commentsFrom'
    | 'commentsTo'
    | 'agendaAsOf'
    | 'agendaLeft'
    | 'state'
    | 'stateReason'
    | 'present'
    | 'absent'
    | 'digest'
    | 'invitedAt'
    | 'closedAt'
  >
>;

/** Every change of the meeting, of its agenda and of its decisions counts its version on. */
export async function changeMeeting(tx: Tx, id: MeetingId, change: MeetingChange): Promise<number> {
  const { rows } = await sql<{ version: number }>`update city.meeting set version = version + 1${sql.join(
    Object.entries(change).map(
      ([name, value]) =>
        sql`, ${sql.ref(columnOf(name))} = ${name === 'agendaLeft' ? JSON.stringify(value) : value}`,
    ),
    sql``,
  )} where city_id = ${tx.scope.cityId} and meeting_id = ${id} returning version`.execute(tables(tx));
  return rows[0]?.version ?? 0;
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export async function addRecord(tx: Tx, id: MeetingId, record: string, digest: string): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-add-record',
    'insert into city.meeting_record (city_id, meeting_id, record, digest) values ($1, $2, $3, $4)',
    [tx.scope.cityId, id, record, digest],
  );
}

export async function findRecord(
  tx: Tx,
  id: MeetingId,
): Promise<{ readonly record: string; readonly digest: string } | undefined> {
  const [row] = await namedQuery<{ readonly record: string; readonly digest: string }>(
    tx,
    'dispatch-record',
    'select record, digest from city.meeting_record where city_id = $1 and meeting_id = $2',
    [tx.scope.cityId, id],
  );
  return row;
}
