import { type Static, Type } from 'typebox';
import { Done, defineRoute, fenText, oneOf, orNull } from '#http/client';
import { ContradictionView, MonthInput, ProjectId, ReportInput } from './field.ts';
import { ReportView } from './months.ts';

const OneMonth = { id: ProjectId, month: MonthInput };
const CorrectionReason = Type.Optional(orNull(Type.String({ title: '更正原因', maxLength: 500 })));
/** The number of the report its author had in view, 0 for none. */
const ExpectedNumber = Type.Integer({ title: '所见填报序号', minimum: 0 });

const reportRefusals = [
  'project.not_found',
  'report.stale',
  'report.correction_unexplained',
  'report.not_owed',
  'report.month_ahead',
  'report.joined',
  'report.month_locked',
  'secrecy.marked',
] as const;

/** While one types: what would be said about these figures. Nothing is written. */
export const checkReport = defineRoute({
  method: 'GET',
  path: '/progress/projects/:id/months/:month/check',
  permission: 'report.fill',
  input: Type.Object({
    ...OneMonth,
    monthFen: Type.Optional(fenText({ title: '本月完成投资' })),
    cumFen: Type.Optional(fenText({ title: '本年累计完成投资' })),
    started: Type.Optional(Type.Boolean({ title: '是否开工' })),
    actualStart: Type.Optional(Type.String({ title: '实际开工日期', maxLength: 10 })),
    entered: Type.Optional(Type.Boolean({ title: '是否入统' })),
    enteredOn: Type.Optional(Type.String({ title: '入统日期', maxLength: 10 })),
  }),
  output: Type.Object({ contradictions: Type.Array(ContradictionView) }),
  refusals: ['project.not_found'],
  summary: '填报时逐项提示矛盾，不保存',
});

export const SavedReport = Type.Object({
  outcome: oneOf(['filed', 'corrected', 'unchanged']),
  report: ReportView,
  contradictions: Type.Array(ContradictionView),
});
export type SavedReport = Static<typeof SavedReport>;

export const saveReport = defineRoute({
  method: 'PUT',
  path: '/progress/projects/:id/months/:month/report',
  permission: 'report.fill',
  input: Type.Object({
    ...OneMonth,
    expectedNumber: ExpectedNumber,
    correctionReason: CorrectionReason,
    ...ReportInput,
  }),
  output: SavedReport,
  refusals: reportRefusals,
  summary: '报送或更正某项目某月月报；他人已先保存的，拒绝并附两版',
});

/** Facts left out are taken over as reported; a different figure needs its reason. */
export const verifyReport = defineRoute({
  method: 'PUT',
  path: '/progress/projects/:id/months/:month/verification',
  permission: 'report.verify',
  input: Type.Object({
    ...OneMonth,
    /** The report that was verified: refused if it was corrected since. */
    reportNumber: Type.Integer({ title: '所核填报序号', minimum: 1 }),
    expectedNumber: ExpectedNumber,
    correctionReason: CorrectionReason,
    ...ReportInput,
  }),
  output: SavedReport,
  refusals: [
    ...reportRefusals,
    'report.nothing_to_verify',
    'report.changed_since',
    'report.difference_unexplained',
    'access.same_person',
  ],
  summary: '核定月报；填报与核定不能是同一人，填报值保留',
});

export const returnReport = defineRoute({
  method: 'POST',
  path: '/progress/projects/:id/months/:month/return',
  permission: 'report.review',
  input: Type.Object({
    ...OneMonth,
    reportNumber: Type.Integer({ title: '所退填报序号', minimum: 1 }),
    reason: Type.String({ title: '退回原因', minLength: 1, maxLength: 500 }),
  }),
  output: Done,
  refusals: [
    'project.not_found',
    'report.nothing_to_verify',
    'report.changed_since',
    'row.nothing_reported',
    'row.not_at_step',
    'access.same_person',
    'secrecy.marked',
  ],
  summary: '退回月报请填报人更正，写明原因',
});
