import { Type } from 'typebox';
import { DayText, dayText, defineRoute, FenText, idText, MonthText, oneOf, orNull } from '#http/client';
import { SheetView, sources, words } from './parts.ts';

/** The same as `guatu dispatch agenda`. */
export const previewAgenda = defineRoute({
  method: 'GET',
  path: '/dispatch/agenda',
  permission: 'meeting.prepare',
  input: Type.Object({
    cadence: words('调度', 40, 1),
    asOf: Type.Optional(dayText({ title: '截至' })),
  }),
  output: Type.Object({
    cadence: Type.String(),
    name: Type.String(),
    asOf: DayText,
    month: orNull(MonthText),
    left: Type.Record(Type.String(), Type.Integer()),
    items: Type.Array(
      Type.Object({
        position: Type.Integer(),
        source: oneOf(sources),
        title: Type.String(),
        projectId: orNull(idText<'project'>()),
        matterId: orNull(Type.String()),
        reasons: Type.Array(Type.String()),
        light: SheetView.properties.light,
        cause: orNull(Type.String()),
        planFen: orNull(FenText),
        actualFen: orNull(FenText),
        completion: orNull(Type.String()),
        matters: Type.Array(
          Type.Object({
            number: Type.String(),
            title: Type.String(),
            lead: orNull(Type.String()),
            left: Type.String(),
            late: Type.Boolean(),
          }),
        ),
        responsible: Type.Array(Type.Object({ kind: Type.String(), name: Type.String() })),
        lines: Type.Array(Type.String()),
      }),
    ),
  }),
  refusals: ['meeting.no_such_cadence'],
  summary: '按某日的数据会提出哪些议题；不保存',
});
