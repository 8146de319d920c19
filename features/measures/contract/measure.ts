import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, idText, oneOf, orNull } from '#http/client';
import { DocumentId, Light } from './document.ts';
import { CadenceId, DraftTarget } from './draft.ts';

const MeasureId = idText<'policyMeasure'>({ title: '措施' });
const One = { id: MeasureId };
const Named = Type.Object({ id: Type.String(), name: Type.String() });
const text = (title: string, maxLength: number) => Type.String({ title, minLength: 1, maxLength });
/** The matter's, as it was seen. */
const Seen = { version: Type.Integer({ minimum: 1, title: '版本' }) };

const Figure = Type.Object({
  onDay: DayText,
  value: Type.Number(),
  org: orNull(Named),
  by: Type.String(),
  at: InstantText,
});

const TargetLine = Type.Object({
  target: DraftTarget,
  light: Light,
  reason: orNull(Type.String()),
  /** What should be reached today, where time is spread evenly. */
  expected: orNull(Type.Number()),
  /** The latest day first. */
  figures: Type.Array(Figure),
});
export type TargetLine = Static<typeof TargetLine>;

const Told = Type.Object({
  kind: oneOf(['plan', 'contribute', 'report', 'claim', 'check', 'verify', 'return']),
  on: DayText,
  by: Type.String(),
  /** What the unit says of itself, or what the check found; each stands for itself. */
  standing: orNull(Type.String()),
  text: Type.String(),
  seen: orNull(Type.String()),
  files: Type.Integer(),
  empty: Type.Boolean(),
});
export type Told = Static<typeof Told>;

export const viewMeasure = defineRoute({
  method: 'GET',
  path: '/measures/:id',
  permission: 'measure.view',
  input: Type.Object(One),
  output: Type.Object({
    measureId: MeasureId,
    document: Type.Object({ documentId: DocumentId, title: Type.String(), docNumber: orNull(Type.String()) }),
    no: Type.String(),
    title: Type.String(),
    lead: Type.Array(Named),
    support: Type.Array(Named),
    dueOn: orNull(DayText),
    cadence: CadenceId,
    today: DayText,
    matter: Type.Object({
      matterId: Type.String(),
      number: Type.String(),
      state: Type.String(),
      version: Type.Integer(),
      closed: Type.Boolean(),
    }),
    light: Light,
    reasons: Type.Array(Type.String()),
    basis: Type.Array(Type.String()),
    targets: Type.Array(TargetLine),
    told: Type.Array(Told),
    links: Type.Array(Type.Object({ matterId: Type.String(), number: Type.String(), title: Type.String() })),
    mayReport: Type.Boolean(),
    mayCheck: Type.Boolean(),
    standings: Type.Array(Named),
    verdicts: Type.Array(Named),
  }),
  refusals: ['measure.unknown'],
  summary: '一条措施：灯和理由、量化目标、单位报告、督考核查',
});

const heldRefusals = [
  'measure.unknown',
  'matter.stale',
  'matter.not_in_state',
  'matter.not_your_move',
  'matter.closed',
];

export const reportMeasure = defineRoute({
  method: 'POST',
  path: '/measures/:id/reports',
  permission: 'measure.report',
  input: Type.Object({
    ...One,
    ...Seen,
    progress: text('进展情况', 4000),
    standing: text('单位自评', 64),
    evidence: Type.Array(idText<'file'>(), { title: '佐证材料', maxItems: 20 }),
    figures: Type.Array(
      Type.Object({
        target: Type.Integer({ title: '目标', minimum: 0, maximum: 39 }),
        onDay: dayText({ title: '数据日期' }),
        value: Type.Number({ title: '完成值', minimum: -1e15, maximum: 1e15 }),
      }),
      { title: '量化目标完成值', maxItems: 40 },
    ),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: [
    ...heldRefusals,
    'measure.no_such_target',
    'measure.figure_in_future',
    'measure.no_such_choice',
    'measure.no_such_file',
    'matter.fields_missing',
    'secrecy.marked',
  ],
  summary: '责任单位报告进展，附佐证和量化目标完成值',
});

export const checkMeasure = defineRoute({
  method: 'POST',
  path: '/measures/:id/checks',
  permission: 'measure.check',
  input: Type.Object({
    ...One,
    ...Seen,
    verdict: text('核查结论', 64),
    seen: text('查看的佐证', 1000),
    checkNote: text('核查情况', 2000),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: [...heldRefusals, 'measure.no_such_choice', 'matter.fields_missing', 'secrecy.marked'],
  summary: '督考办定期核查：结论独立于单位自己的报告',
});
