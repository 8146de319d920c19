import { namedQuery, type Tx } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { ItemId } from './item.ts';
import type { MeetingId } from './meeting.ts';

export type DecisionId = Id<'meeting-decision'>;

export type DecisionRow = {
  readonly meetingId: MeetingId;
  readonly decisionId: DecisionId;
  readonly itemId: ItemId | null;
  readonly number: number;
  readonly text: string;
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly dueOn: PlainDate | null;
  readonly matterId: string | null;
  readonly by: string;
  readonly at: Date;
  readonly withdrawnReason: string | null;
  readonly withdrawnBy: string | null;
};

const columns = `meeting_id as "meetingId", decision_id as "decisionId", item_id as "itemId", number, text, lead, support,
  due_on as "dueOn", matter_id as "matterId", by_name as by, at, withdrawn_reason as "withdrawnReason",
  withdrawn_by as "withdrawnBy"`;

export async function readDecisions(tx: Tx, meetingIds: readonly MeetingId[]): Promise<DecisionRow[]> {
  return namedQuery<DecisionRow>(
    tx,
    'dispatch-decisions',
    `select ${columns} from city.meeting_decision where city_id = $1 and meeting_id = any ($2::uuid[])
     order by meeting_id, number`,
    [tx.scope.cityId, meetingIds],
  );
}

export type NewDecision = Omit<DecisionRow, 'withdrawnReason' | 'withdrawnBy'>;

export async function addDecision(tx: Tx, one: NewDecision): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-add-decision',
    `insert into city.meeting_decision (city_id, meeting_id, decision_id, item_id, number, text, lead, support, due_on,
       matter_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.scope.cityId, one.meetingId, one.decisionId, one.itemId, one.number, one.text],
      ...[one.lead, one.support, one.dueOn, one.matterId, one.by, one.at],
    ],
  );
}

export async function withdrawDecisionRow(
  tx: Tx,
  { meetingId, decisionId }: Pick<DecisionRow, 'meetingId' | 'decisionId'>,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-withdraw-decision',
    `update city.meeting_decision set withdrawn_reason = $4, withdrawn_by = $5, withdrawn_at = $6
     where city_id = $1 and meeting_id = $2 and decision_id = $3`,
    [tx.scope.cityId, meetingId, decisionId, reason, by, at],
  );
}

export type TaskRow = {
  readonly matterId: string;
  readonly number: string;
  readonly state: string;
  readonly closedAt: Date | null;
};

/** The tasks of decisions, where the reader may see them. */
export async function readTasks(tx: Tx, matterIds: readonly string[]): Promise<Map<string, TaskRow>> {
  if (matterIds.length === 0) return new Map();
  const rows = await namedQuery<TaskRow>(
    tx,
    'dispatch-tasks',
    `select matter_id as "matterId", number, state, closed_at as "closedAt" from city.matter
     where city_id = $1 and matter_id = any ($2::uuid[])`,
    [tx.scope.cityId, matterIds],
  );
  return new Map(rows.map((row) => [row.matterId, row]));
}
