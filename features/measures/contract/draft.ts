import { type Static, Type } from 'typebox';
import { DayText, dayText, idText, oneOf, orNull } from '#http/client';

export const cadenceIds = ['day', 'week', 'ten-days', 'month', 'quarter', 'half-year', 'year'] as const;
export const targetKinds = [
  'goal',
  'limit',
  'threshold',
  'amount',
  'cadence',
  'milestone',
  'eligibility',
  'scope',
] as const;
export const comparators = ['eq', 'gte', 'lte', 'approx'] as const;

export const OrgId = idText<'organisation'>({ title: '单位' });
export type OrgIdText = Static<typeof OrgId>;
export const CadenceId = oneOf(cadenceIds, { title: '报告周期' });

/** Characters of the document's text. */
const Place = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) });
export type Place = Static<typeof Place>;
const Confidence = Type.Number({ minimum: 0, maximum: 1 });

const DraftUnit = Type.Object({
  /** As printed; what a person adds has the organisation's name. */
  name: Type.String({ title: '单位名称', minLength: 1, maxLength: 100 }),
  /** Who is meant; none while nobody has said. */
  orgs: Type.Array(OrgId, { title: '对应的单位', maxItems: 60 }),
  /** How the reader came to it: what it did not know is taught to the city's names on confirming. */
  known: oneOf(['organisation', 'group', 'organ', 'districts', 'open', 'unknown', 'person']),
  place: orNull(Place),
  confidence: Confidence,
});
export type DraftUnit = Static<typeof DraftUnit>;

export const DraftTarget = Type.Object({
  phrase: Type.String({ title: '目标', minLength: 1, maxLength: 500 }),
  value: orNull(Type.Number({ title: '目标值' })),
  valueMin: orNull(Type.Number({ title: '下限' })),
  unit: orNull(Type.String({ title: '单位', maxLength: 40 })),
  comparator: orNull(oneOf(comparators, { title: '比较' })),
  deadline: orNull(dayText({ title: '期限' })),
  kind: oneOf(targetKinds, { title: '性质' }),
  /** A number to be reached: reported, compared with its schedule, lit. */
  tracked: Type.Boolean({ title: '作为量化目标跟踪' }),
  place: orNull(Place),
  confidence: Confidence,
});
export type DraftTarget = Static<typeof DraftTarget>;

const DraftMeasure = Type.Object({
  key: Type.String({ minLength: 1, maxLength: 60 }),
  no: Type.String({ title: '序号', minLength: 1, maxLength: 40 }),
  chapter: orNull(Type.String({ title: '章', maxLength: 200 })),
  title: Type.String({ title: '措施', minLength: 1, maxLength: 300 }),
  lead: Type.Array(DraftUnit, { title: '牵头单位', maxItems: 20 }),
  support: Type.Array(DraftUnit, { title: '责任单位', maxItems: 60 }),
  targets: Type.Array(DraftTarget, { title: '目标', maxItems: 40 }),
  dueOn: orNull(dayText({ title: '完成期限' })),
  /** Null: as the pack says. */
  cadence: orNull(CadenceId),
  place: Place,
  titlePlace: Place,
  confidence: Confidence,
  /** Why it is no measure to follow. */
  dropped: orNull(Type.String({ title: '不跟踪的理由', minLength: 1, maxLength: 300 })),
});
export type DraftMeasure = Static<typeof DraftMeasure>;

const DraftDoubt = Type.Object({
  place: Place,
  kind: Type.String({ maxLength: 40 }),
  text: Type.String({ maxLength: 500 }),
  settled: Type.Boolean(),
});
export type DraftDoubt = Static<typeof DraftDoubt>;

/** What people make of what the reader found; saved whole. */
export const Draft = Type.Object({
  title: Type.String({ title: '文件标题', minLength: 1, maxLength: 300 }),
  docNumber: orNull(Type.String({ title: '文号', maxLength: 60 })),
  issuer: orNull(Type.String({ title: '发文机关', maxLength: 200 })),
  issueDate: orNull(DayText),
  measures: Type.Array(DraftMeasure, { maxItems: 400 }),
  doubts: Type.Array(DraftDoubt, { maxItems: 2000 }),
});
export type Draft = Static<typeof Draft>;
