import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, oneOf } from '#http/client';
import { ticketSpan } from './call.ts';

const Counts = {
  /** Came in during the span. */
  taken: Type.Integer(),
  answeredAtOnce: Type.Integer(),
  dispatched: Type.Integer(),
  /** Ended during the span, whenever they came in. */
  closed: Type.Integer(),
  /** Of these, with a score; and of those, satisfied at least. */
  scored: Type.Integer(),
  satisfied: Type.Integer(),
};
const Row = Type.Object({ id: Type.String(), name: Type.String(), ...Counts });
export type PetitionCount = Static<typeof Row>;

const bys = ['day', 'category', 'unit'] as const;

export const petitionStatistics = defineRoute({
  method: 'GET',
  path: '/petitions/statistics',
  permission: 'petition.count',
  input: Type.Object({
    from: dayText({ title: '自' }),
    to: dayText({ title: '至' }),
    by: oneOf(bys, { title: '分组' }),
  }),
  output: Type.Object({
    from: DayText,
    to: DayText,
    covers: Type.String(),
    rows: Type.Array(Row),
    total: Row,
    notes: Type.Array(Type.Object({ figure: Type.String(), text: Type.String() })),
  }),
  refusals: ['petition.span_backwards', 'petition.span_too_long'],
  summary: '诉求和来电统计：按日、类别或承办单位，各有分母',
});

export const exportPetitionStatistics = defineRoute({
  method: 'GET',
  path: '/petitions/statistics/export',
  permission: 'petition.export',
  audited: true,
  input: Type.Object(ticketSpan),
  binary: { contentType: 'application/octet-stream' },
  refusals: ['petition.span_backwards', 'petition.span_too_long'],
  summary: '导出诉求和来电统计：按日、类别、单位三张表',
});
