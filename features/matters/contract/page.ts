import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, oneOf, orNull } from '#http/client';
import { AsOf, FileId, fieldKinds, MatterLine, Named, OneMatter, shortText, word } from './field.ts';

/** One value as it reads; `masked`: personal, shown by `revealField` only. */
const Shown = Type.Object({
  field: Type.String(),
  name: Type.String(),
  kind: oneOf(fieldKinds),
  text: Type.String(),
  inner: Type.Boolean(),
  masked: Type.Boolean(),
  files: Type.Array(Type.Object({ fileId: FileId, name: Type.String() })),
});
export type ShownField = Static<typeof Shown>;

const ClockLine = Type.Object({
  clock: Named,
  run: Type.Integer(),
  state: oneOf(['running', 'paused', 'ended']),
  /** 还剩 3 个工作日、超期 2 个工作日、已暂停、按期办结. */
  left: Type.String(),
  limit: Type.String(),
  /** The shorter one promised beside it, with its own words. */
  promised: orNull(Type.Object({ limit: Type.String(), left: Type.String(), dueAt: InstantText })),
  light: oneOf(['green', 'yellow', 'red']),
  startedAt: InstantText,
  endedAt: orNull(InstantText),
  dueAt: InstantText,
  dueOn: DayText,
  /** A notice of holidays is still missing and may move it. */
  provisional: Type.Boolean(),
  /** Whose clock it is. */
  against: Type.String(),
  basis: Type.String(),
  pausable: Type.Boolean(),
  pause: orNull(
    Type.Object({
      name: Type.String(),
      reason: Type.String(),
      approver: Type.String(),
      from: InstantText,
      plannedDays: Type.Integer(),
    }),
  ),
});
export type ClockLine = Static<typeof ClockLine>;

const NextRung = Type.Object({
  rung: Type.String(),
  /** What makes it fire: 办理时限超期 5 个工作日. */
  when: Type.String(),
  state: oneOf(['fired', 'due', 'coming', 'waits']),
  firesAt: orNull(InstantText),
  firedAt: orNull(InstantText),
  /** Who hears of it. */
  tells: Type.Array(Type.String()),
  raisesTo: orNull(Type.String()),
  /** It names a leader of the city: a request is drafted, the government office forwards it or not. */
  drafts: Type.Boolean(),
  basis: Type.String(),
});
export type NextRung = Static<typeof NextRung>;

const TimelineEvent = Type.Object({
  number: Type.Integer(),
  type: Type.String(),
  at: InstantText,
  on: DayText,
  by: Type.String(),
  org: orNull(Type.String()),
  seat: Type.String(),
  text: Type.String(),
  details: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
  inner: Type.Boolean(),
});
export type TimelineEvent = Static<typeof TimelineEvent>;

const OpenAction = Type.Object({
  id: Type.String(),
  name: Type.String(),
  to: Named,
  requires: Type.Array(Type.String()),
  takes: Type.Array(Type.String()),
  needsLead: Type.Boolean(),
  takesLead: Type.Boolean(),
  takesSupport: Type.Boolean(),
});
export type OpenAction = Static<typeof OpenAction>;

const LeaderRequestLine = Type.Object({
  requestId: Type.String(),
  recipient: Type.String(),
  state: oneOf(['drafted', 'forwarded', 'dropped']),
  draftedAt: InstantText,
  note: orNull(Type.String()),
  answer: orNull(Type.String()),
});

export const MatterPage = Type.Object({
  now: InstantText,
  /** Set where the page shows the matter as of an instant: nothing can be done there. */
  asOf: orNull(InstantText),
  matter: MatterLine,
  openedAt: InstantText,
  closedAt: orNull(InstantText),
  notice: orNull(Type.String()),
  fields: Type.Array(Shown),
  /** The reader is outside the offices: inner fields, remarks and files were left out. */
  outside: Type.Boolean(),
  /** Whose move it is now, in words: 市住建局（牵头单位）. */
  turn: Type.Array(Type.String()),
  seats: Type.Array(Type.String()),
  actions: Type.Array(OpenAction),
  may: Type.Object({
    remark: Type.Boolean(),
    remarkInner: Type.Boolean(),
    attach: Type.Boolean(),
    pause: Type.Boolean(),
    resume: Type.Boolean(),
    /** Hand over, supporting units, level, split, merge. */
    steer: Type.Boolean(),
    link: Type.Boolean(),
    reveal: Type.Boolean(),
  }),
  clocks: Type.Array(ClockLine),
  ladder: orNull(
    Type.Object({
      name: Type.String(),
      level: orNull(Named),
      /** Why it stands there: the rule of the route or the reason given. */
      levelBasis: orNull(Type.String()),
      rungs: Type.Array(NextRung),
      requests: Type.Array(LeaderRequestLine),
    }),
  ),
  people: Type.Array(Type.Object({ seat: Type.String(), name: Type.String(), orgId: orNull(Type.String()) })),
  timeline: Type.Array(TimelineEvent),
  files: Type.Array(
    Type.Object({
      fileId: FileId,
      name: Type.String(),
      field: orNull(Type.String()),
      inner: Type.Boolean(),
      addedAt: InstantText,
    }),
  ),
  links: Type.Array(
    Type.Object({
      link: oneOf(['blocks', 'caused-by', 'spawned-from', 'split-from', 'merged-into']),
      /** As read from this matter: 阻碍、被…阻碍、由…引起. */
      text: Type.String(),
      matterId: Type.String(),
      kind: Named,
      number: Type.String(),
      title: Type.String(),
      state: Named,
      closed: Type.Boolean(),
    }),
  ),
});
export type MatterPage = Static<typeof MatterPage>;

export const matterPage = defineRoute({
  method: 'GET',
  path: '/matters/:id',
  permission: 'matter.view',
  input: Type.Object({ ...OneMatter, asOf: AsOf }),
  output: MatterPage,
  refusals: ['matter.unknown'],
  summary: '一个事项：内容、该谁办理、时限、协调层级、经过、文件和关联；可看任一时刻的样子',
});

const DayRow = Type.Object({
  day: DayText,
  basis: oneOf(['start', 'counted', 'weekend', 'holiday', 'makeup', 'paused', 'excluded', 'overdue']),
  /** 计入、周末、国庆节、补班、暂停（等待上级部门批复）… */
  text: Type.String(),
  counts: Type.Boolean(),
  nth: Type.Integer(),
  left: Type.Integer(),
  provisional: Type.Boolean(),
});

const StretchRow = Type.Object({
  from: InstantText,
  to: InstantText,
  basis: oneOf(['counted', 'paused', 'excluded', 'overdue']),
  text: Type.String(),
  counts: Type.Boolean(),
  ranMinutes: Type.Number(),
  leftMinutes: Type.Number(),
});

export const matterClocks = defineRoute({
  method: 'GET',
  path: '/matters/:id/clocks',
  permission: 'matter.view',
  input: Type.Object({ ...OneMatter, asOf: AsOf }),
  output: Type.Object({
    now: InstantText,
    clocks: Type.Array(
      Type.Intersect([
        ClockLine,
        Type.Object({
          /** Clocks of days have days, clocks of hours and minutes have stretches; the other is empty. */
          days: Type.Array(DayRow),
          stretches: Type.Array(StretchRow),
        }),
      ]),
    ),
  }),
  refusals: ['matter.unknown'],
  summary: '时限逐日计算表：哪天计入、哪天不计入、为什么',
});
export type ClockTables = Static<(typeof matterClocks)['output']>;

export const openMatterFile = defineRoute({
  method: 'GET',
  path: '/matters/:id/files/:fileId',
  permission: 'matter.view',
  audited: true,
  input: Type.Object({ ...OneMatter, fileId: FileId }),
  binary: { contentType: 'application/octet-stream' },
  refusals: ['matter.unknown', 'matter.no_such_file', 'files.content_missing'],
  summary: '查看或下载事项的文件',
});

export const revealField = defineRoute({
  method: 'GET',
  path: '/matters/:id/personal',
  permission: 'matter.reveal',
  audited: true,
  input: Type.Object({ ...OneMatter, field: word('字段'), reason: shortText('查看事由', 200) }),
  output: Type.Object({ text: Type.String() }),
  refusals: ['matter.unknown', 'matter.no_such_field'],
  summary: '显示事项中的个人信息，留下审计记录',
});
