import Type, { type Static } from 'typebox';
import type { Recipient } from '../domain/ladder.ts';
import { Id, Limit, Name, Source } from './matters-file.ts';

const recipients = [
  'raiser',
  'support',
  'lead',
  'district',
  'coordinator',
  'government-office',
  'supervision-office',
  'project-leader',
  'vice-mayor',
  'executive-vice-mayor',
  'mayor',
] as const satisfies readonly Recipient[];

const To = Type.Union(recipients.map((one) => Type.Literal(one)));
const Count = Type.Integer({ minimum: 1, maximum: 99, description: '1 至 99 次' });

const RungFile = Type.Object({
  id: Id,
  dueIn: Type.Optional(Type.Object({ clock: Name, before: Limit })),
  overdue: Type.Optional(Type.Object({ clock: Name, by: Limit })),
  bounces: Type.Optional(Count),
  redos: Type.Optional(Count),
  tell: Type.Array(To, { minItems: 1 }),
  raiseTo: Type.Optional(Name),
  ...Source,
});
export type RungFile = Static<typeof RungFile>;

const LadderFile = Type.Object({
  id: Id,
  text: Name,
  levels: Type.Array(Type.Object({ id: Id, text: Name, to: To, clause: Type.Optional(Name) }), {
    minItems: 1,
  }),
  route: Type.Optional(Type.Array(Type.Object({ when: Type.Unknown(), level: Name, ...Source }))),
  rungs: Type.Array(RungFile),
});
export type LadderFile = Static<typeof LadderFile>;

export const LaddersFile = Type.Object({ ladders: Type.Array(LadderFile) });
export type LaddersFile = Static<typeof LaddersFile>;
