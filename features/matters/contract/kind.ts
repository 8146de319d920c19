import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, Nothing, oneOf, orNull } from '#http/client';
import { fieldKinds, Named, OrgId } from './field.ts';

const Choice = Type.Object({ id: Type.String(), name: Type.String(), clause: orNull(Type.String()) });

const Field = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: oneOf(fieldKinds),
  /** Never leaves the offices. */
  inner: Type.Boolean(),
  /** Masked, shown by a recorded reveal only. */
  personal: Type.Boolean(),
  /** Of a choice: what the city offers. */
  choices: Type.Array(Choice),
});
export type MatterFieldView = Static<typeof Field>;

export const actionEffects = ['bounce', 'assign', 'redo', 'satisfaction', 'call-back-timeout'] as const;

const KindView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  prefix: Type.String(),
  about: oneOf(['project', 'enterprise', 'organisation', 'matter', 'none']),
  /** What somebody who raises one should know. */
  notice: orNull(Type.String()),
  /** False: only what bears the number of another system is taken in. */
  ownIntake: Type.Boolean(),
  states: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), end: Type.Boolean() })),
  fields: Type.Array(Field),
  opens: Type.Object({
    /** This reader may open one by hand. */
    may: Type.Boolean(),
    /** And may choose who leads. */
    choosesLead: Type.Boolean(),
    by: Type.Array(Type.String()),
    requires: Type.Array(Type.String()),
    takes: Type.Array(Type.String()),
  }),
  actions: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      from: Type.Array(Type.String()),
      to: Type.String(),
      by: Type.Array(Type.String()),
      requires: Type.Array(Type.String()),
      takes: Type.Array(Type.String()),
      /** `bounce` asks for `lead`, another unit; `assign` takes `lead` and `support`. */
      effect: orNull(oneOf(actionEffects)),
    }),
  ),
  clocks: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), limit: Type.String(), against: Type.String() }),
  ),
  pauses: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      longestDays: Type.Integer(),
      approver: Type.String(),
      basis: Type.String(),
    }),
  ),
  ladder: orNull(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      levels: Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), clause: orNull(Type.String()) }),
      ),
    }),
  ),
});
export type MatterKindView = Static<typeof KindView>;

export const matterKinds = defineRoute({
  method: 'GET',
  path: '/matters/kinds',
  permission: 'matter.view',
  input: Nothing,
  output: Type.Object({
    /** The city's day, and the instant clocks are judged at. */
    today: DayText,
    now: InstantText,
    kinds: Type.Array(KindView),
    /** Who can lead or support, in official order. */
    organisations: Type.Array(
      Type.Object({ orgId: OrgId, name: Type.String(), kind: Type.String(), mine: Type.Boolean() }),
    ),
    sources: Type.Array(Named),
    may: Type.Object({
      open: Type.Boolean(),
      export: Type.Boolean(),
      statistics: Type.Boolean(),
      requests: Type.Boolean(),
      decideRequests: Type.Boolean(),
      answerRequests: Type.Boolean(),
      excludePeriods: Type.Boolean(),
      /** Sees the matters of the whole city. */
      wholeCity: Type.Boolean(),
    }),
  }),
  refusals: [],
  summary: '事项种类：环节、字段和可选项、时限、协调层级，当前用户可以提出哪几种',
});
