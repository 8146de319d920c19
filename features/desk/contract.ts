import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, idText, MonthText, Nothing, oneOf, orNull } from '#http/client';

const ProjectId = idText<'project'>();
const Light = oneOf(['green', 'yellow', 'red', 'grey']);
const Project = {
  projectId: ProjectId,
  number: Type.String(),
  name: Type.String(),
  district: orNull(Type.String()),
};

/**
 * `report`: to be filed; `returned`: sent back; `verify`: filed by others and to be reviewed or verified; `request`: a
 * late report or correction of a locked month to be decided.
 */
export const waitingKinds = ['returned', 'report', 'verify', 'request'] as const;

const WaitingGroup = Type.Object({
  kind: oneOf(waitingKinds),
  month: MonthText,
  /** The month was assigned: it is filled and reviewed as a whole, all rows on one page. */
  assigned: Type.Boolean(),
  /** Of the step that waits. */
  dueOn: DayText,
  /** Negative: overdue by so many working days. */
  workingDaysLeft: Type.Integer(),
  /** The calendar of a year in question is not published yet. */
  provisional: Type.Boolean(),
  total: Type.Integer(),
  /** The first ones; `total` says how many there are. */
  rows: Type.Array(
    Type.Object({
      ...Project,
      month: MonthText,
      /** Who filed it and when, or why it came back. */
      note: orNull(Type.String()),
      by: orNull(Type.String()),
      at: orNull(InstantText),
    }),
  ),
});
export type WaitingGroup = Static<typeof WaitingGroup>;

const RedLine = Type.Object({
  ...Project,
  evaluationId: idText<'evaluation'>(),
  month: MonthText,
  why: orNull(Type.String()),
});
export type RedLine = Static<typeof RedLine>;

export const changeKinds = ['import', 'import-undone', 'light', 'stage', 'reports'] as const;

/** What happened since yesterday; a light before and after, a stage left and entered, a workbook with its rows. */
const Change = Type.Object({
  kind: oneOf(changeKinds),
  at: orNull(InstantText),
  on: orNull(DayText),
  by: orNull(Type.String()),
  projectId: orNull(ProjectId),
  name: Type.String(),
  before: orNull(Type.String()),
  after: orNull(Type.String()),
  lightBefore: orNull(Light),
  lightAfter: orNull(Light),
  count: orNull(Type.Integer()),
});
export type Change = Static<typeof Change>;

const Accounts = Type.Object({
  locked: Type.Integer(),
  /** Opened, but never signed in to with an own password. */
  toSetUp: Type.Integer(),
  withoutRole: Type.Integer(),
  disabled: Type.Integer(),
  /** Roles that end within thirty days. */
  rolesEnding: Type.Integer(),
});

const AuditState = Type.Object({
  verifiedAt: orNull(InstantText),
  verifiedBy: orNull(Type.String()),
  ok: orNull(Type.Boolean()),
  problems: Type.Integer(),
  unsealed: Type.Integer(),
  refusedSinceYesterday: Type.Integer(),
});

export const DeskView = Type.Object({
  today: DayText,
  audience: oneOf(['office', 'administrator', 'guest']),
  waiting: Type.Array(WaitingGroup),
  reds: Type.Object({
    month: orNull(MonthText),
    asOf: DayText,
    total: Type.Integer(),
    rows: Type.Array(RedLine),
  }),
  week: Type.Object({
    from: DayText,
    to: DayText,
    /** The month to be reported, within the reader's scope. */
    reporting: orNull(
      Type.Object({
        month: MonthText,
        dueOn: DayText,
        workingDaysLeft: Type.Integer(),
        provisional: Type.Boolean(),
        /** Its pages show who has not reported. */
        assigned: Type.Boolean(),
        thisWeek: Type.Boolean(),
        owed: Type.Integer(),
        missing: Type.Integer(),
      }),
    ),
  }),
  changes: Type.Object({ since: DayText, total: Type.Integer(), rows: Type.Array(Change) }),
  accounts: orNull(Accounts),
  audit: orNull(AuditState),
});
export type DeskView = Static<typeof DeskView>;

/** Open to everybody signed in: each sees what is theirs, a guest that there is nothing. */
export const desk = defineRoute({
  method: 'GET',
  path: '/desk',
  permission: 'signed-in',
  input: Nothing,
  output: DeskView,
  refusals: ['lights.no_rule_set'],
  summary: '工作台：等我办理的、我的红灯、本周到期、昨天以来的变化',
});
