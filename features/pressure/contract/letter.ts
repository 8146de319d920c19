import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, oneOf, orNull, Versioned } from '#http/client';
import {
  Act,
  Form,
  LetterId,
  LetterLine,
  MatterOfLetter,
  MonthView,
  Named,
  OrgId,
  ProjectId,
  ProposalId,
  Signer,
  State,
} from './field.ts';

const OneLetter = { id: LetterId };
const Opinion = Type.Optional(Type.String({ title: '意见', maxLength: 500 }));
const text = (title: string, maxLength: number, minLength = 0) =>
  Type.String({ title, maxLength, minLength });

const Wording = Type.Object(
  {
    title: text('标题', 120, 1),
    issuer: text('发函单位', 60, 1),
    to: text('主送', 300, 1),
    copies: text('抄送', 300),
    facts: text('事由', 4000, 1),
    requests: text('要求', 4000, 1),
    meeting: orNull(
      Type.Object({
        interviewer: text('约谈人', 60),
        interviewee: text('被约谈人', 120),
        heldOn: orNull(dayText({ title: '约谈时间' })),
        place: text('约谈地点', 120),
      }),
    ),
  },
  { title: '函件文字' },
);
export type LetterWording = Static<typeof Wording>;

const Printed = Type.Object({
  mark: orNull(Type.String()),
  number: orNull(Type.String()),
  title: Type.String(),
  to: orNull(Type.String()),
  body: Type.Array(Type.String()),
  signature: Type.Object({ issuer: Type.String(), date: Type.String() }),
  copies: orNull(Type.String()),
});
export type PrintedLetter = Static<typeof Printed>;

export const LetterView = Type.Object({
  letterId: LetterId,
  form: Form,
  formName: Type.String(),
  signsName: Type.String(),
  state: State,
  documentNumber: orNull(Type.String()),
  issuedOn: orNull(DayText),
  dueOn: orNull(DayText),
  hash: Type.String(),
  /** Of the words and steps together: a save names the one it was made on. */
  edition: Type.Integer(),
  projectId: orNull(ProjectId),
  proposalId: orNull(ProposalId),
  orgId: OrgId,
  composedBy: Type.String(),
  composedAt: InstantText,
  recipient: Named,
  subject: orNull(
    Type.Object({
      kind: oneOf(['project', 'unit']),
      id: Type.String(),
      name: Type.String(),
      number: Type.Optional(Type.String()),
    }),
  ),
  rule: orNull(Type.Object({ text: Type.String(), basis: Type.String() })),
  month: orNull(MonthView),
  wording: Wording,
  values: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
  printed: Printed,
  steps: Type.Array(
    Type.Object({
      number: Type.Integer(),
      act: Act,
      by: Type.String(),
      at: InstantText,
      opinion: orNull(Type.String()),
      facts: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
    }),
  ),
  waitingFor: Type.Array(Type.String()),
  /** What this reader may do now. */
  acts: Type.Array(Act),
  mayEdit: Type.Boolean(),
  hasSealedCopy: Type.Boolean(),
  /** Of an interview: the office that must be among those asked to countersign. */
  interviewOffice: orNull(Type.String()),
  fontWarning: orNull(Type.String()),
  matter: orNull(MatterOfLetter),
});
export type LetterView = Static<typeof LetterView>;
export type LetterAct = LetterView['acts'][number];

export const listLetters = defineRoute({
  method: 'GET',
  path: '/letters',
  permission: 'letter.view',
  input: Type.Object({ projectId: Type.Optional(ProjectId), orgId: Type.Optional(OrgId) }),
  output: Type.Object({
    letters: Type.Array(LetterLine),
    mayCompose: Type.Boolean(),
    /** Which papers this writer drafts. */
    forms: Type.Array(Form),
    signers: Type.Array(Type.Object({ id: Signer, name: Type.String() })),
  }),
  refusals: ['pressure.copy_altered'],
  summary: '函件和督办单：签收、回复和超期；区市县和部门只见印发给本单位的',
});

export const composeLetter = defineRoute({
  method: 'POST',
  path: '/letters',
  permission: 'letter.compose',
  input: Type.Object({
    form: Form,
    orgId: OrgId,
    projectId: Type.Optional(ProjectId),
    signs: Signer,
    workingDays: Type.Integer({ title: '回复期限（工作日）', minimum: 1, maximum: 120 }),
    content: text('事项', 2000, 1),
  }),
  output: Type.Object({ letterId: LetterId }),
  refusals: ['letter.no_unit', 'letter.supervision_only', 'project.not_found', 'secrecy.marked'],
  summary: '不依建议另拟函件、交办单或督办单；有关数据按最近锁定的月份冻结',
});

export const viewLetter = defineRoute({
  method: 'GET',
  path: '/letters/:id',
  permission: 'letter.view',
  input: Type.Object(OneLetter),
  output: LetterView,
  refusals: ['letter.not_found', 'pressure.copy_altered'],
  summary: '一份函件：正文、数据、办理过程、签收回复和现在可做的事',
});

const Moved = Type.Object({ edition: Type.Integer() });

export const saveLetter = defineRoute({
  method: 'PUT',
  path: '/letters/:id/wording',
  permission: 'letter.edit',
  input: Type.Object({ ...OneLetter, ...Versioned, wording: Wording }),
  output: Moved,
  refusals: [
    'letter.not_found',
    'letter.not_now',
    'letter.supervision_only',
    'http.stale_version',
    'letter.unknown_figure',
    'letter.figure_typed',
    'secrecy.marked',
    'pressure.copy_altered',
  ],
  summary: '修改函件文字；数据只能引用，不能改写',
});

const Turn = { ...OneLetter, ...Versioned, opinion: Opinion };
const turnRefusals = [
  'letter.not_found',
  'letter.not_now',
  'http.stale_version',
  'letter.drafter',
  'secrecy.marked',
  'pressure.copy_altered',
] as const;

export const submitLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/submit',
  permission: 'letter.submit',
  input: Type.Object(Turn),
  output: Moved,
  refusals: [...turnRefusals, 'letter.supervision_only'],
  summary: '送核',
});

export const returnLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/return',
  permission: 'letter.return',
  input: Type.Object({ ...Turn, opinion: Type.String({ title: '退回原因', minLength: 1, maxLength: 500 }) }),
  output: Moved,
  refusals: turnRefusals,
  summary: '退回拟稿人，须写明原因',
});

export const checkLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/check',
  permission: 'letter.check',
  input: Type.Object({
    ...Turn,
    offices: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { title: '会签单位', maxItems: 20 }),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'letter.interview_countersign', 'letter.supervision_only'],
  summary: '核稿通过，并写明会签单位；约谈须请市政府办公室会签',
});

export const countersignLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/countersign',
  permission: 'letter.countersign',
  input: Type.Object({
    ...Turn,
    office: Type.String({ title: '会签单位', minLength: 1, maxLength: 60 }),
    signer: Type.String({ title: '会签人', minLength: 1, maxLength: 60 }),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'letter.office_not_asked'],
  summary: '登记一个单位的会签',
});

export const signLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/sign',
  permission: 'letter.sign',
  input: Type.Object(Turn),
  output: Moved,
  refusals: [...turnRefusals, 'letter.signer'],
  summary: '签发：须由表中写明的签发人办理，不能由拟稿人签发',
});

export const numberLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/number',
  permission: 'letter.number',
  input: Type.Object({
    ...Turn,
    documentNumber: Type.String({ title: '发文字号', minLength: 1, maxLength: 60 }),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'letter.issuer', 'letter.number_taken', 'letter.no_number'],
  summary: '登记本单位发文系统给出的发文字号',
});

export const sealLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/seal',
  permission: 'letter.seal',
  upload: true,
  input: Type.Object({ ...OneLetter, version: Type.Integer({ title: '版本', minimum: 1 }) }),
  output: Moved,
  refusals: [...turnRefusals, 'letter.issuer', 'files.empty', 'files.too_large', 'files.kind_not_accepted'],
  summary: '登记用印：上传盖章件的扫描件；系统从不生成印章',
});

export const issueLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/issue',
  permission: 'letter.issue',
  input: Type.Object({ ...Turn, issuedOn: dayText({ title: '印发日期' }) }),
  output: Moved,
  refusals: [
    ...turnRefusals,
    'letter.issuer',
    'letter.meeting_open',
    'matter.kind_off',
    'documents.no_chinese_font',
  ],
  summary: '印发：收函单位可见，签收和回复开始计时',
});

export const archiveLetter = defineRoute({
  method: 'POST',
  path: '/letters/:id/archive',
  permission: 'letter.archive',
  input: Type.Object({
    ...Turn,
    archiveNumber: Type.Optional(Type.String({ title: '档号', maxLength: 60 })),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'letter.issuer'],
  summary: '归档',
});

function file<const Path extends string>(path: Path, contentType: string, summary: string) {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'letter.download',
    input: Type.Object(OneLetter),
    binary: { contentType },
    refusals: [
      'letter.not_found',
      'pressure.copy_altered',
      'files.not_found',
      'files.content_missing',
      'documents.no_chinese_font',
    ],
    summary,
    audited: true,
  });
}

export const letterPdf = file('/letters/:id/pdf', 'application/pdf', '下载函件（PDF）');
export const letterDocx = file(
  '/letters/:id/docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '下载函件（DOCX）',
);
export const sealedLetter = file(
  '/letters/:id/sealed-copy',
  'application/octet-stream',
  '下载函件的盖章件扫描件',
);
