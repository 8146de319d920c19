import { type Static, Type } from 'typebox';
import { DayText, FenText, InstantText, idText, MonthText, oneOf, orNull } from '#http/client';

export const MeetingId = idText<'meeting'>({ title: '会议' });
export const ItemId = idText<'meeting-item'>({ title: '议题' });
export const DecisionId = idText<'meeting-decision'>({ title: '议定事项' });
export const GroupId = idText<'dispatch-group'>({ title: '议事机构' });
export const UnitId = idText<'organisation'>({ title: '单位' });

export const words = (title: string, maxLength: number, minLength = 0) =>
  Type.String({ title, maxLength, minLength });

/** Free text is optional: not given, it is empty. */
export const maybeWords = (title: string, maxLength: number) =>
  Type.Optional(Type.String({ title, maxLength }));

export const Unit = Type.Object({ id: UnitId, name: Type.String() });
export type Unit = Static<typeof Unit>;

export const sources = ['undone', 'matter', 'newly-red', 'worsened', 'common', 'gap', 'hand'] as const;
export const standings = ['noted', 'running', 'overdue', 'reported', 'on-time', 'late', 'dropped'] as const;
export const levels = ['city-mayor', 'vice-mayor', 'department', 'district', 'group'] as const;
const Light = oneOf(['green', 'yellow', 'red', 'grey']);

export const BlockingMatterView = Type.Object({
  matterId: Type.String(),
  kind: Type.String(),
  number: Type.String(),
  title: Type.String(),
  level: orNull(Type.String()),
  lead: orNull(Type.String()),
  state: Type.String(),
  dueOn: orNull(DayText),
  left: Type.String(),
  late: Type.Boolean(),
});

export const SheetView = Type.Object({
  reasons: Type.Array(Type.String()),
  title: Type.String(),
  district: orNull(Type.String()),
  light: orNull(
    Type.Object({ month: MonthText, overall: Light, before: orNull(Light), why: orNull(Type.String()) }),
  ),
  planFen: orNull(FenText),
  actualFen: orNull(FenText),
  completion: orNull(Type.String()),
  earlier: Type.Array(Type.Object({ month: MonthText, completion: Type.String() })),
  cause: orNull(Type.String()),
  matters: Type.Array(BlockingMatterView),
  responsible: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
  lines: Type.Array(Type.String()),
});
export type SheetView = Static<typeof SheetView>;

export const CommentView = Type.Object({
  unit: Unit,
  text: Type.String(),
  version: Type.Integer(),
  by: Type.String(),
  at: InstantText,
});

export const DecisionView = Type.Object({
  decisionId: DecisionId,
  itemId: orNull(ItemId),
  number: Type.Integer(),
  text: Type.String(),
  lead: orNull(Unit),
  support: Type.Array(Unit),
  dueOn: orNull(DayText),
  /** Null where there is none, or where it is not for the reader. */
  task: orNull(Type.Object({ matterId: Type.String(), number: Type.String(), state: Type.String() })),
  standing: oneOf(standings),
  daysLate: Type.Integer(),
  by: Type.String(),
  withdrawnReason: orNull(Type.String()),
});
export type DecisionView = Static<typeof DecisionView>;

export const ItemView = Type.Object({
  itemId: ItemId,
  position: Type.Integer(),
  source: oneOf(sources),
  title: Type.String(),
  projectId: orNull(idText<'project'>()),
  matterId: orNull(Type.String()),
  lead: orNull(Unit),
  /** Null: figures and words are outside the reader's scope. */
  sheet: orNull(SheetView),
  comments: Type.Array(CommentView),
  by: Type.String(),
  removed: orNull(Type.Object({ reason: Type.String(), by: Type.String() })),
});
export type ItemView = Static<typeof ItemView>;

export const MeetingHead = Type.Object({
  meetingId: MeetingId,
  title: Type.String(),
  cadence: orNull(Type.String()),
  kind: Type.String(),
  level: oneOf(levels),
  group: orNull(Type.Object({ id: GroupId, name: Type.String() })),
  field: Type.String(),
  heldOn: DayText,
  heldAt: orNull(Type.String()),
  place: Type.String(),
  chair: Type.String(),
  state: oneOf(['preparing', 'closed', 'cancelled']),
  stateReason: orNull(Type.String()),
  commentsFrom: orNull(DayText),
  commentsTo: orNull(DayText),
  invitedAt: orNull(InstantText),
  version: Type.Integer(),
});
export type MeetingHead = Static<typeof MeetingHead>;
