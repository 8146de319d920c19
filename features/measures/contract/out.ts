import { type Static, Type } from 'typebox';
import { DayText, defineRoute, orNull, Versioned } from '#http/client';
import { DocumentId, One } from './document.ts';
import { DraftTarget } from './draft.ts';

const CityId = Type.Optional(Type.Integer({ title: '城市', minimum: 100000, maximum: 999999 }));
const forms = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const;

function file<const Path extends string>(path: Path, form: keyof typeof forms, summary: string) {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'policy-document.export',
    audited: true,
    input: Type.Object(One),
    binary: { contentType: forms[form] },
    refusals: ['policy_document.unknown', 'policy_document.not_yet'],
    summary,
  });
}

export const sheetXlsx = file('/policy-documents/:id/sheet/export', 'xlsx', '任务分解表（Excel）');
export const sheetDocx = file('/policy-documents/:id/sheet/docx', 'docx', '任务分解表（Word）');
export const reportDocx = file(
  '/policy-documents/:id/report/docx',
  'docx',
  '落实情况报告（Word），数字固定在导出当日',
);
export const reportPdf = file(
  '/policy-documents/:id/report/pdf',
  'pdf',
  '落实情况报告（PDF），数字固定在导出当日',
);

/** What stands on the public page: measures, units, state, last check. No reports of the units. */
export const PublicDocument = Type.Object({
  documentId: DocumentId,
  title: Type.String(),
  docNumber: orNull(Type.String()),
  issuer: orNull(Type.String()),
  issueDate: orNull(DayText),
  asOf: DayText,
  measures: Type.Array(
    Type.Object({
      no: Type.String(),
      title: Type.String(),
      lead: Type.Array(Type.String()),
      support: Type.Array(Type.String()),
      targets: Type.Array(Type.Pick(DraftTarget, ['phrase', 'value', 'unit', 'deadline'])),
      dueOn: orNull(DayText),
      state: Type.String(),
      checkedOn: orNull(DayText),
    }),
  ),
});
export type PublicDocument = Static<typeof PublicDocument>;

export const previewPublication = defineRoute({
  method: 'GET',
  path: '/policy-documents/:id/publication',
  permission: 'policy-document.publish',
  input: Type.Object(One),
  output: PublicDocument,
  refusals: ['policy_document.unknown', 'policy_document.not_yet'],
  summary: '公开前：将要公开的全部内容',
});

export const publishDocument = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/publication',
  permission: 'policy-document.publish',
  input: Type.Object({
    ...One,
    ...Versioned,
    reviewedBy: Type.String({ title: '保密审查人', minLength: 1, maxLength: 60 }),
    opinion: Type.String({ title: '审查意见', minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ number: Type.Integer() }),
  refusals: [
    'policy_document.unknown',
    'policy_document.not_yet',
    'policy_document.secret',
    'http.stale_version',
  ],
  summary: '登记保密审查并公开；公开的就是审查过的内容',
});

export const withdrawPublication = defineRoute({
  method: 'POST',
  path: '/policy-documents/:id/publication/withdrawal',
  permission: 'policy-document.publish',
  input: Type.Object({ ...One, reason: Type.String({ title: '理由', minLength: 1, maxLength: 500 }) }),
  output: Type.Object({ number: Type.Integer() }),
  refusals: ['policy_document.unknown', 'policy_document.not_published'],
  summary: '撤下已公开的页面',
});

export const publicDocuments = defineRoute({
  method: 'GET',
  path: '/public/policy-documents',
  permission: 'public',
  input: Type.Object({ cityId: CityId }),
  output: Type.Object({ city: Type.String(), documents: Type.Array(PublicDocument) }),
  refusals: ['city.unknown'],
  summary: '已公开的政策文件及其措施（JSON 开放数据）；无须登录',
});

export const publicDocument = defineRoute({
  method: 'GET',
  path: '/public/policy-documents/:id',
  permission: 'public',
  input: Type.Object({ ...One, cityId: CityId }),
  output: PublicDocument,
  refusals: ['policy_document.unknown', 'city.unknown'],
  summary: '一份已公开的政策文件；无须登录',
});

export const publicCsv = defineRoute({
  method: 'GET',
  path: '/public/policy-documents/:id/measures.csv',
  permission: 'public',
  input: Type.Object({ ...One, cityId: CityId }),
  binary: { contentType: forms.csv },
  refusals: ['policy_document.unknown', 'city.unknown'],
  summary: '一份已公开的政策文件的措施（CSV 开放数据）；无须登录',
});
