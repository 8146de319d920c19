import { type Static, Type } from 'typebox';
import { DayText, FenText, MonthText, oneOf, orNull } from '#http/client';

const Light = oneOf(['green', 'yellow', 'red', 'grey']);
const Tally = Type.Object({
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  grey: Type.Integer(),
});
const Percent = orNull(Type.String());

const Group = Type.Object({
  projects: Type.Integer(),
  reported: Type.Integer(),
  lights: Tally,
  before: orNull(Tally),
  planFen: FenText,
  planYearFen: FenText,
  actualFen: FenText,
  completion: Percent,
  reportedCompletion: Percent,
  plannedProgress: Percent,
  actualProgress: Percent,
});
const NamedGroup = Type.Object({ id: Type.String(), name: Type.String(), ...Group.properties });

/** The frozen figures without their rows. */
export const FiguresView = Type.Object({
  month: MonthText,
  evaluatedOn: DayText,
  previousMonth: orNull(MonthText),
  previousFrom: orNull(oneOf(['bulletin', 'lights'])),
  rules: Type.Object({ name: Type.String(), number: Type.Integer(), basis: Type.String() }),
  timeProgress: Type.String(),
  total: Group,
  categories: Type.Array(NamedGroup),
  districts: Type.Array(NamedGroup),
  lists: Type.Array(NamedGroup),
  newlyRed: Type.Integer(),
  noLongerRed: Type.Integer(),
  furthestBehind: Type.Integer(),
  missing: Type.Integer(),
  apart: Type.Integer(),
});
export type FiguresView = Static<typeof FiguresView>;

/** A row that a figure was counted from; amounts and words are null outside the reader's scope. */
export const FigureRowView = Type.Object({
  projectId: Type.String(),
  number: Type.String(),
  name: Type.String(),
  district: Type.String(),
  category: oneOf(['building', 'new-start']),
  light: Light,
  before: orNull(Light),
  reported: Type.Boolean(),
  withinScope: Type.Boolean(),
  planFen: orNull(FenText),
  planYearFen: orNull(FenText),
  actualFen: orNull(FenText),
  evaluationId: Type.String(),
  reportId: orNull(Type.String()),
  reportNumber: orNull(Type.Integer()),
  problem: orNull(Type.String()),
  why: orNull(Type.String()),
});
export type FigureRowView = Static<typeof FigureRowView>;
