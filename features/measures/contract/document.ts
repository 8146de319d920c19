import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  defineRoute,
  InstantText,
  idText,
  Nothing,
  oneOf,
  orNull,
  Versioned,
} from '#http/client';
import { CadenceId, Draft, DraftTarget, OrgId } from './draft.ts';

export const DocumentId = idText<'policyDocument'>({ title: '政策文件' });
export const One = { id: DocumentId };
export const documentStates = ['review', 'consulting', 'issued', 'dropped'] as const;
const Named = Type.Object({ id: Type.String(), name: Type.String() });
export const Light = orNull(oneOf(['green', 'yellow', 'red', 'grey']));
const text = (title: string, maxLength: number) => Type.String({ title, minLength: 1, maxLength });

const Head = {
  documentId: DocumentId,
  title: Type.String(),
  docNumber: orNull(Type.String()),
  issuer: orNull(Type.String()),
  issueDate: orNull(DayText),
  state: oneOf(documentStates),
  version: Type.Integer(),
};

/** Of the issued measures: how far the whole document is. */
const Progress = Type.Object({
  total: Type.Integer(),
  done: Type.Integer(),
  claimed: Type.Integer(),
  green: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  lateReports: Type.Integer(),
  emptyReports: Type.Integer(),
  unchecked: Type.Integer(),
});
export type Progress = Static<typeof Progress>;

const DocumentLine = Type.Object({
  ...Head,
  uploader: Type.String(),
  uploadedAt: InstantText,
  measures: Type.Integer(),
  openDoubts: Type.Integer(),
  consultUntil: orNull(DayText),
  progress: orNull(Progress),
});
export type DocumentLine = Static<typeof DocumentLine>;

export const listDocuments = defineRoute({
  method: 'GET',
  path: '/policy-documents',
  permission: 'policy-document.view',
  input: Nothing,
  output: Type.Object({ mayUpload: Type.Boolean(), documents: Type.Array(DocumentLine) }),
  refusals: [],
  summary: '政策文件：审核、征求意见、跟踪到哪一步',
});

const readRefusals = [
  'secrecy.marked',
  'reading.empty_file',
  'reading.file_too_large',
  'reading.too_many',
  'reading.no_text',
  'files.disk_full',
  'policy_document.no_measures',
  'policy_document.known',
];

export const uploadDocument = defineRoute({
  method: 'POST',
  path: '/policy-documents/uploads',
  permission: 'policy-document.upload',
  upload: true,
  input: Nothing,
  output: Type.Object({ documentId: DocumentId }),
  refusals: [
    ...readRefusals,
    'files.empty',
    'files.too_large',
    'files.kind_not_accepted',
    'files.macros',
    'files.password',
  ],
  summary: '交来一份政策文件（TXT、网页、DOCX、有文字层的 PDF），读出措施待审核',
});

export const pasteDocument = defineRoute({
  method: 'POST',
  path: '/policy-documents/pastes',
  permission: 'policy-document.upload',
  input: Type.Object({ text: text('文件全文', 400_000) }),
  output: Type.Object({ documentId: DocumentId }),
  refusals: readRefusals,
  summary: '粘贴政策文件的全文，读出措施待审核',
});

const Response = Type.Object({
  responseId: Type.String(),
  org: Named,
  agrees: Type.Boolean(),
  measureKey: orNull(Type.String()),
  measure: orNull(Type.String()),
  text: orNull(Type.String()),
  by: Type.String(),
  at: InstantText,
  accepted: orNull(Type.Boolean()),
  answer: orNull(Type.String()),
  answeredBy: orNull(Type.String()),
});
export type ResponseLine = Static<typeof Response>;

/** A measure of the task sheet: before it is issued as the review has it, afterwards with where it stands. */
const SheetLine = Type.Object({
  key: Type.String(),
  no: Type.String(),
  chapter: orNull(Type.String()),
  title: Type.String(),
  lead: Type.Array(Named),
  support: Type.Array(Named),
  targets: Type.Array(DraftTarget),
  dueOn: orNull(DayText),
  cadence: CadenceId,
  /** Null before it is issued. */
  tracked: orNull(
    Type.Object({
      measureId: Type.String(),
      matterId: Type.String(),
      number: Type.String(),
      state: Type.String(),
      closed: Type.Boolean(),
      light: Light,
      reasons: Type.Array(Type.String()),
      reportedOn: orNull(DayText),
      reportDueOn: orNull(DayText),
      lateReport: Type.Boolean(),
      emptyReport: Type.Boolean(),
      checkedOn: orNull(DayText),
      verdict: orNull(Type.String()),
    }),
  ),
});
export type SheetLine = Static<typeof SheetLine>;

const Publication = Type.Object({
  number: Type.Integer(),
  withdrawn: Type.Boolean(),
  opinion: Type.String(),
  reviewedBy: Type.String(),
  by: Type.String(),
  at: InstantText,
});

export const viewDocument = defineRoute({
  method: 'GET',
  path: '/policy-documents/:id',
  permission: 'policy-document.view',
  input: Type.Object(One),
  output: Type.Object({
    ...Head,
    today: DayText,
    uploader: Type.String(),
    confirmedBy: orNull(Type.String()),
    confirmedAt: orNull(InstantText),
    consultUntil: orNull(DayText),
    issuedOn: orNull(DayText),
    issuedBy: orNull(Type.String()),
    /** Where the numbers of lights and limits come from. */
    basis: Type.Array(Type.String()),
    lines: Type.Array(SheetLine),
    progress: orNull(Progress),
    responses: Type.Array(Response),
    /** Units of the sheet that said nothing yet. */
    silent: Type.Array(Named),
    publication: orNull(Publication),
    mayReview: Type.Boolean(),
    mayPublish: Type.Boolean(),
    mayExport: Type.Boolean(),
    /** The reader's own units that may answer for the sheet. */
    answersFor: Type.Array(Named),
  }),
  refusals: ['policy_document.unknown'],
  summary: '一份政策文件：任务分解表、意见、每条措施的灯和进展',
});

export const viewReview = defineRoute({
  method: 'GET',
  path: '/policy-documents/:id/review',
  permission: 'policy-document.review',
  input: Type.Object(One),
  output: Type.Object({
    ...Head,
    text: Type.String(),
    draft: Draft,
    editedBy: Type.String(),
    editedAt: InstantText,
    defaultCadence: CadenceId,
    organisations: Type.Array(Named),
    /** What still stands in the way of asking the units. */
    faults: Type.Array(Type.Object({ key: Type.String(), text: Type.String() })),
  }),
  refusals: ['policy_document.unknown', 'policy_document.not_open'],
  summary: '审核：原文、读出的措施和疑点',
});

export const saveReview = defineRoute({
  method: 'PUT',
  path: '/policy-documents/:id/review',
  permission: 'policy-document.review',
  input: Type.Object({ ...One, ...Versioned, draft: Type.Object(Draft.properties, { title: '审核稿' }) }),
  output: Type.Object({
    version: Type.Integer(),
    faults: Type.Array(Type.Object({ key: Type.String(), text: Type.String() })),
  }),
  refusals: [
    'policy_document.unknown',
    'policy_document.not_open',
    'policy_document.no_such_unit',
    'policy_document.same_key',
    'http.stale_version',
    'secrecy.marked',
  ],
  summary: '保存审核到的地步；中断后从这里继续',
});

export const consultUnits = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/consultation',
  permission: 'policy-document.review',
  input: Type.Object({ ...One, ...Versioned }),
  output: Type.Object({ version: Type.Integer(), until: DayText, taught: Type.Array(Type.String()) }),
  refusals: [
    'policy_document.unknown',
    'policy_document.not_in_review',
    'policy_document.faults',
    'http.stale_version',
  ],
  summary: '确认审核结果，任务分解表送责任单位征求意见',
});

export const respond = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/responses',
  permission: 'policy-document.respond',
  input: Type.Object({
    ...One,
    orgId: OrgId,
    agrees: Type.Boolean({ title: '无异议' }),
    measureKey: Type.Optional(Type.String({ title: '措施', maxLength: 60 })),
    text: Type.Optional(Type.String({ title: '异议', maxLength: 1000 })),
  }),
  output: Done,
  refusals: [
    'policy_document.unknown',
    'policy_document.not_consulting',
    'policy_document.consultation_over',
    'policy_document.not_in_sheet',
    'policy_document.objection_empty',
    'policy_document.no_such_measure',
    'secrecy.marked',
  ],
  summary: '责任单位对任务分解表表示无异议或提出异议',
});

export const answerResponse = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/responses/:responseId/answer',
  permission: 'policy-document.review',
  input: Type.Object({
    ...One,
    responseId: idText<'policyResponse'>({ title: '异议' }),
    accepted: Type.Boolean({ title: '采纳' }),
    answer: text('答复', 1000),
  }),
  output: Done,
  refusals: [
    'policy_document.unknown',
    'policy_document.not_consulting',
    'policy_document.no_such_response',
    'policy_document.answered',
    'secrecy.marked',
  ],
  summary: '答复异议：采纳的随后在审核中修改',
});

export const issueDocument = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/issue',
  permission: 'policy-document.review',
  input: Type.Object({ ...One, ...Versioned }),
  output: Type.Object({ version: Type.Integer(), measures: Type.Integer() }),
  refusals: [
    'policy_document.unknown',
    'policy_document.not_consulting',
    'policy_document.faults',
    'policy_document.objections_open',
    'policy_document.consultation_runs',
    'http.stale_version',
    'matter.kind_off',
  ],
  summary: '印发任务分解表：每条措施成为一个跟踪事项',
});

export const dropDocument = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/drop',
  permission: 'policy-document.review',
  input: Type.Object({ ...One, ...Versioned, reason: text('理由', 300) }),
  output: Done,
  refusals: ['policy_document.unknown', 'policy_document.not_open', 'http.stale_version'],
  summary: '不再处理这份文件（交错、重复），说明理由',
});
