import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, oneOf, orNull, Page, PageInput } from '#http/client';
import { MatterLine, Word, word } from './field.ts';

const Span = {
  from: dayText({ title: '自' }),
  to: dayText({ title: '至' }),
  kinds: Type.Optional(Type.Array(Word, { title: '种类', maxItems: 30 })),
};

/** A part and what it is a part of; `percent` is null where the whole is none. */
const Share = Type.Object({ part: Type.Integer(), of: Type.Integer(), percent: orNull(Type.Number()) });

const StatisticsRow = Type.Object({
  /** The kind, or the unit that leads; null: none leads. */
  id: orNull(Type.String()),
  name: Type.String(),
  opened: Type.Integer(),
  closed: Type.Integer(),
  /** Runs of the handler's clocks that ended in the period, by the due instant ÷ all that ended. */
  onTime: Share,
  /** Sent back at least once ÷ closed in the period. */
  reopened: Share,
  /** Satisfied at least ÷ those who gave a score, of those closed in the period. */
  satisfied: Share,
  unscored: Type.Integer(),
  /** Of today, whatever the period. */
  openNow: Type.Integer(),
  overdueNow: Type.Integer(),
});
export type MatterStatisticsRow = Static<typeof StatisticsRow>;

export const matterStatistics = defineRoute({
  method: 'GET',
  path: '/matters/statistics',
  permission: 'matter.view-statistics',
  input: Type.Object({ ...Span, by: oneOf(['kind', 'unit'], { title: '分组' }) }),
  output: Type.Object({
    from: DayText,
    to: DayText,
    now: InstantText,
    /** Counted are the matters the reader sees. */
    covers: Type.String(),
    rows: Type.Array(StatisticsRow),
    total: StatisticsRow,
    /** How each figure is counted, with its denominator. */
    notes: Type.Array(Type.Object({ figure: Type.String(), text: Type.String() })),
  }),
  refusals: ['matter.span_backwards'],
  summary: '办理统计：按种类或牵头单位，按期、重办、满意各有分母',
});

export const statisticsMeasures = [
  'opened',
  'closed',
  'ended',
  'on-time',
  'late',
  'reopened',
  'scored',
  'satisfied',
  'unscored',
  'open-now',
  'overdue-now',
] as const;

export const matterStatisticsRows = defineRoute({
  method: 'GET',
  path: '/matters/statistics/rows',
  permission: 'matter.view-statistics',
  input: Type.Object({
    ...PageInput,
    ...Span,
    measure: oneOf(statisticsMeasures, { title: '指标' }),
    kind: Type.Optional(word('种类')),
    /** A unit's id, or `none`. */
    unit: Type.Optional(Type.String({ title: '牵头单位', maxLength: 40 })),
  }),
  output: Page(MatterLine),
  refusals: ['matter.span_backwards'],
  summary: '统计数字背后的事项',
});
