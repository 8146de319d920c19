import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, Nothing, orNull } from '#http/client';
import { MatterId, Named, shortText, Word } from './field.ts';

const MovedClock = Type.Object({
  matterId: MatterId,
  number: Type.String(),
  title: Type.String(),
  clock: Type.String(),
  was: InstantText,
  is: InstantText,
});
export type MovedClock = Static<typeof MovedClock>;

/** The first five hundred; `total` says how many there are. */
const MovedClocks = Type.Object({ total: Type.Integer(), moved: Type.Array(MovedClock) });

export const listExcludedPeriods = defineRoute({
  method: 'GET',
  path: '/matters/excluded-periods',
  permission: 'clock.view',
  input: Nothing,
  output: Type.Object({
    mayDeclare: Type.Boolean(),
    periods: Type.Array(
      Type.Object({
        periodId: Type.String(),
        from: DayText,
        to: DayText,
        /** null: every kind. */
        kinds: orNull(Type.Array(Named)),
        document: Type.String(),
        reason: Type.String(),
        declaredBy: Type.String(),
        declaredAt: InstantText,
      }),
    ),
  }),
  refusals: [],
  summary: '不计入时限的期间',
});

const Span = {
  from: dayText({ title: '自' }),
  to: dayText({ title: '至' }),
  kinds: Type.Optional(Type.Array(Word, { title: '种类', maxItems: 30 })),
};

export const previewExcludedPeriod = defineRoute({
  method: 'GET',
  path: '/matters/excluded-periods/preview',
  permission: 'clock.exclude',
  input: Type.Object(Span),
  output: MovedClocks,
  refusals: ['matter.period_backwards', 'matter.no_such_kind'],
  summary: '宣布期间不计入时限以前，先看哪些到期时间会变',
});

export const declareExcludedPeriod = defineRoute({
  method: 'POST',
  path: '/matters/excluded-periods',
  permission: 'clock.exclude',
  input: Type.Object({ ...Span, document: shortText('依据文件', 200), reason: shortText('事由') }),
  output: MovedClocks,
  refusals: ['matter.period_backwards', 'matter.period_no_document', 'matter.no_such_kind', 'secrecy.marked'],
  summary: '宣布一段期间不计入时限，重新计算在办事项的到期时间',
});
