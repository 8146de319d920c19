import { type Static, Type } from 'typebox';
import { DayText, defineRoute, idText, MonthText, oneOf, orNull } from '#http/client';

const ProjectId = idText<'project'>({ title: '项目' });
const Light = oneOf(['green', 'yellow', 'red', 'grey']);

/** The stations of the chain, in their order. */
export const stations = ['light', 'cause', 'matter', 'decision', 'deadline', 'evidence'] as const;

/** Whose time runs, and how much of it is left. */
const Clock = Type.Object({
  name: Type.String(),
  whose: Type.String(),
  /** 还剩 3 个工作日、已超期 2 天、已暂停. */
  left: Type.String(),
  dueOn: DayText,
  light: oneOf(['green', 'yellow', 'red']),
  paused: Type.Boolean(),
});

const Evidence = Type.Object({ fileId: Type.String(), name: Type.String(), on: DayText });

const Matter = {
  matterId: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  state: Type.String(),
  lead: orNull(Type.String()),
  openedOn: DayText,
  closedOn: orNull(DayText),
  clock: orNull(Clock),
  evidence: Type.Array(Evidence),
};

/** A matter by which somebody was told to do something: of a meeting, a leader, an office. */
const Order = Type.Object({ ...Matter, source: Type.String(), content: orNull(Type.String()) });
export type ChainOrder = Static<typeof Order>;

/** What a leader decided on a request, in his words. */
const Answer = Type.Object({ leader: Type.String(), text: Type.String(), on: DayText });

const Blocking = Type.Object({
  ...Matter,
  cause: orNull(Type.String()),
  /** Of a report it was taken in from: its month. */
  fromMonth: orNull(MonthText),
  answers: Type.Array(Answer),
  orders: Type.Array(Order),
});
export type ChainMatter = Static<typeof Blocking>;

const LightStation = Type.Object({
  overall: Light,
  month: MonthText,
  /** The first month in a row with this light. */
  since: MonthText,
  months: Type.Integer(),
  dimensions: Type.Array(Type.Object({ name: Type.String(), light: Light })),
  /** The rule and the figures; empty outside the reader's scope. */
  why: Type.Array(Type.String()),
});

const Cause = Type.Object({
  month: MonthText,
  text: Type.String(),
  by: Type.String(),
  /** How the problem made of it was sorted; null: nobody made one. */
  category: orNull(Type.String()),
});

const Missing = Type.Object({
  station: oneOf(stations),
  /** 尚无…. */
  text: Type.String(),
  /** Who can add it, and where. */
  who: Type.String(),
});

export const projectChain = defineRoute({
  method: 'GET',
  path: '/projects/:id/chain',
  permission: 'project.view',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    projectId: ProjectId,
    number: Type.String(),
    name: Type.String(),
    districts: Type.Array(Type.String()),
    stage: Type.String(),
    today: DayText,
    /** Outside it only the light is shown, and matters in which the reader has a seat. */
    withinScope: Type.Boolean(),
    light: orNull(LightStation),
    /** What the reports of the months with this light say, latest first. */
    causes: Type.Array(Cause),
    /** Open ones first, those with the least time on top. */
    matters: Type.Array(Blocking),
    /** How many more there are than are shown. */
    more: Type.Integer(),
    /** Orders about the project that hang on none of the matters above. */
    orders: Type.Array(Order),
    missing: Type.Array(Missing),
    mayOpen: Type.Boolean(),
  }),
  refusals: ['project.not_found'],
  summary: '因果链：灯、原因、阻碍事项、谁的时限、决定、期限、佐证，都取自已有记录',
});
export type Chain = Static<(typeof projectChain)['output']>;
