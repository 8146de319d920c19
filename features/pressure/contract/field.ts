import { type Static, Type } from 'typebox';
import { DayText, FenText, InstantText, idText, MonthText, oneOf, orNull } from '#http/client';
import { flowActs, flowStates } from '#kernel/document-flow';

export const LetterId = idText<'letter'>({ title: '函件' });
export const ProposalId = idText<'pressure-proposal'>({ title: '建议' });
export const ProjectId = idText<'project'>({ title: '项目' });
export const OrgId = idText<'organisation'>({ title: '单位' });

export const formIds = [
  'warning',
  'reminder',
  'assignment',
  'rectification',
  'supervision',
  'interview',
] as const;
export const Form = oneOf(formIds, { title: '文书' });
export const Signer = oneOf(['coordinator-head', 'government-office', 'supervision-office', 'leader'], {
  title: '签发人',
});
export const State = oneOf(flowStates, { title: '环节' });
export const Act = oneOf(flowActs);

export const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** A locked month of a project (light) or of a unit (rank). */
export const MonthView = Type.Object({
  month: MonthText,
  lockedOn: DayText,
  light: orNull(oneOf(['green', 'yellow', 'red', 'grey'])),
  evaluationId: orNull(Type.String()),
  planFen: orNull(FenText),
  actualFen: orNull(FenText),
  completion: orNull(Type.String()),
  rank: orNull(Type.Integer()),
  ranked: orNull(Type.Integer()),
  fromLast: orNull(Type.Integer()),
  red: orNull(Type.Integer()),
  projects: orNull(Type.Integer()),
});
export type MonthView = Static<typeof MonthView>;

/** The matter an issued letter opened: its receipt, its answer, what is late. */
export const MatterOfLetter = Type.Object({
  matterId: Type.String(),
  number: Type.String(),
  version: Type.Integer(),
  kind: Type.String(),
  closed: Type.Boolean(),
  state: Named,
  dueAt: orNull(InstantText),
  dueClock: orNull(Type.String()),
  isLate: Type.Boolean(),
  redos: Type.Integer(),
  actions: Type.Array(Named),
});
export type MatterOfLetter = Static<typeof MatterOfLetter>;

export const LetterLine = Type.Object({
  letterId: LetterId,
  form: Form,
  formName: Type.String(),
  title: Type.String(),
  projectId: orNull(ProjectId),
  recipient: Named,
  state: State,
  documentNumber: orNull(Type.String()),
  issuedOn: orNull(DayText),
  dueOn: orNull(DayText),
  composedBy: Type.String(),
  composedAt: InstantText,
  matter: orNull(MatterOfLetter),
});
export type LetterLine = Static<typeof LetterLine>;
