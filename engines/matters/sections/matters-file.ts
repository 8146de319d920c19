import Type, { type Static } from 'typebox';
import type { Seat } from '../domain/definition.ts';

export const Name = Type.String({ minLength: 1 });
export const Limit = Type.String({ minLength: 1, description: '2个工作日、24小时、7日 这样的时限' });
export const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  description: '小写英文字母、数字和短横，以字母开头',
});
const TimeOfDay = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: '17:00 这样的钟点',
});

/** Where a number comes from: its clause, or the platform. With a clause that gives no number, both. */
export const Source = { clause: Type.Optional(Name), basis: Type.Optional(Name) };

const rule = {
  promised: Type.Optional(Limit),
  warn: Type.Optional(Limit),
  countsFirstDay: Type.Optional(Type.Boolean()),
  cutOff: Type.Optional(TimeOfDay),
  dayEnds: Type.Optional(TimeOfDay),
  pausable: Type.Optional(Type.Boolean()),
  ...Source,
};

const Clock = Type.Object({
  limit: Limit,
  ...rule,
  until: Type.Optional(Name),
  cases: Type.Optional(
    Type.Array(Type.Object({ when: Type.Unknown(), limit: Type.Optional(Limit), ...rule }), { minItems: 1 }),
  ),
});

const seats = [
  'lead',
  'district',
  'coordinator',
  'government-office',
  'supervision-office',
  'leader',
] as const satisfies readonly Seat[];

const Kind = Type.Object({
  off: Type.Optional(Type.Boolean()),
  ownIntake: Type.Optional(Type.Boolean()),
  text: Type.Optional(Name),
  notice: Type.Optional(Name),
  clocks: Type.Optional(Type.Record(Type.String(), Clock)),
  pauses: Type.Optional(
    Type.Array(
      Type.Object({
        id: Id,
        text: Name,
        longestDays: Type.Integer({ minimum: 1, maximum: 3650, description: '1 至 3650 天' }),
        approver: Type.Union(seats.map((one) => Type.Literal(one))),
        ...Source,
      }),
    ),
  ),
  choices: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Array(Type.Object({ id: Id, text: Name, clause: Type.Optional(Name) }), { minItems: 1 }),
    ),
  ),
  satisfactionFloor: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, description: '1 至 5 级' })),
});

export const MattersFile = Type.Object({ kinds: Type.Record(Type.String(), Kind) });
export type MattersFile = Static<typeof MattersFile>;
export type KindFile = Static<typeof Kind>;
export type ClockFile = Static<typeof Clock>;
