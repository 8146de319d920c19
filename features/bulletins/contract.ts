import { type Static, Type } from 'typebox';
import { dayText, defineRoute, MonthText, monthText, Nothing, oneOf, orNull, Versioned } from '#http/client';
import { Act, BulletinHead, BulletinId, PrintedView, StepView, WordingView } from './contract/bulletin.ts';
import { FigureRowView, FiguresView } from './contract/figures.ts';

export type { BulletinHead, PrintedView } from './contract/bulletin.ts';
export type { FigureRowView, FiguresView } from './contract/figures.ts';
export * from './contract/public.ts';

const OneBulletin = { id: BulletinId };
const Opinion = Type.Optional(Type.String({ title: '意见', maxLength: 500 }));

export const listBulletins = defineRoute({
  method: 'GET',
  path: '/bulletins',
  permission: 'bulletin.view',
  input: Nothing,
  output: Type.Object({
    bulletins: Type.Array(BulletinHead),
    /** The month a new one would be of: the latest evaluated; null before the first evaluation. */
    month: orNull(MonthText),
    mayCompose: Type.Boolean(),
  }),
  refusals: [],
  summary: '各月通报，新的在前；未印发的只有全市范围的人员可见',
});

export const composeBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins',
  permission: 'bulletin.compose',
  input: Type.Object({
    month: Type.Optional(monthText({ title: '月份' })),
    form: Type.Optional(oneOf(['通报', '简报'], { title: '文种' })),
    reason: Type.Optional(Type.String({ title: '重拟原因', maxLength: 500 })),
  }),
  output: Type.Object({
    bulletinId: BulletinId,
    month: MonthText,
    version: Type.Integer(),
    hash: Type.String(),
    /** False: the figures are those of the version there is already. */
    made: Type.Boolean(),
  }),
  refusals: [
    'bulletin.nothing_evaluated',
    'bulletin.not_evaluated',
    'bulletin.exists',
    'bulletin.in_flow',
    'lights.no_rule_set',
    'secrecy.marked',
  ],
  summary: '按某月数据拟稿并冻结数据；不写月份为最近评价的月份',
});

export const BulletinView = Type.Object({
  ...BulletinHead.properties,
  /** Of the words and steps together: a save names the one it was made on. */
  edition: Type.Integer(),
  wording: WordingView,
  /** Figures that sentences may name, as they read. */
  values: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
  opening: Type.String(),
  printed: PrintedView,
  figures: FiguresView,
  steps: Type.Array(StepView),
  waitingFor: Type.Array(Type.String()),
  /** What this reader may do now. */
  acts: Type.Array(Act),
  mayEdit: Type.Boolean(),
  hasSealedCopy: Type.Boolean(),
  mayExportArchive: Type.Boolean(),
  /** Names the typefaces that the PDF does without. */
  fontWarning: orNull(Type.String()),
});
export type BulletinView = Static<typeof BulletinView>;

export const viewBulletin = defineRoute({
  method: 'GET',
  path: '/bulletins/:id',
  permission: 'bulletin.view',
  input: Type.Object(OneBulletin),
  output: BulletinView,
  refusals: ['bulletin.not_found', 'bulletin.kept_copy_altered'],
  summary: '一份通报：正文、数据、办理过程和现在可做的事',
});

export const bulletinRows = defineRoute({
  method: 'GET',
  path: '/bulletins/:id/rows',
  permission: 'bulletin.view',
  input: Type.Object({
    ...OneBulletin,
    kind: oneOf(
      ['all', 'category', 'district', 'list', 'newlyRed', 'noLongerRed', 'furthestBehind', 'missing'],
      {
        title: '数据项',
      },
    ),
    group: Type.Optional(Type.String({ title: '分组', maxLength: 64 })),
    light: Type.Optional(oneOf(['green', 'yellow', 'red', 'grey'], { title: '灯' })),
  }),
  output: Type.Object({ rows: Type.Array(FigureRowView) }),
  refusals: ['bulletin.not_found', 'bulletin.kept_copy_altered'],
  summary: '通报中一个数据所由来的项目行；范围之外的金额为空',
});

export const saveWording = defineRoute({
  method: 'PUT',
  path: '/bulletins/:id/wording',
  permission: 'bulletin.edit',
  input: Type.Object({ ...OneBulletin, ...Versioned, wording: WordingView }),
  output: Type.Object({ edition: Type.Integer() }),
  refusals: [
    'bulletin.not_found',
    'bulletin.not_now',
    'bulletin.superseded',
    'http.stale_version',
    'bulletin.unknown_figure',
    'bulletin.figure_typed',
    'secrecy.marked',
    'bulletin.kept_copy_altered',
  ],
  summary: '修改通报文字；数据只能引用，不能改写',
});

const Turn = { ...OneBulletin, ...Versioned, opinion: Opinion };
const Moved = Type.Object({ edition: Type.Integer() });
const turnRefusals = [
  'bulletin.not_found',
  'bulletin.not_now',
  'bulletin.superseded',
  'http.stale_version',
  'bulletin.drafter',
  'secrecy.marked',
  'bulletin.kept_copy_altered',
] as const;

function turn<const Name extends string>(name: Name, summary: string) {
  return defineRoute({
    method: 'POST',
    path: `/bulletins/:id/${name}`,
    permission: `bulletin.${name}`,
    input: Type.Object(Turn),
    output: Moved,
    refusals: turnRefusals,
    summary,
  });
}

export const submitBulletin = turn('submit', '送核');
export const signBulletin = turn('sign', '签发；不能由拟稿人签发');

export const returnBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/return',
  permission: 'bulletin.return',
  input: Type.Object({ ...Turn, opinion: Type.String({ title: '退回原因', minLength: 1, maxLength: 500 }) }),
  output: Moved,
  refusals: turnRefusals,
  summary: '退回拟稿人，须写明原因',
});

export const checkBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/check',
  permission: 'bulletin.check',
  input: Type.Object({
    ...Turn,
    offices: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { title: '会签单位', maxItems: 20 }),
  }),
  output: Moved,
  refusals: turnRefusals,
  summary: '核稿通过，并写明会签单位；不需会签的直接送签发',
});

export const countersignBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/countersign',
  permission: 'bulletin.countersign',
  input: Type.Object({
    ...Turn,
    office: Type.String({ title: '会签单位', minLength: 1, maxLength: 60 }),
    signer: Type.String({ title: '会签人', minLength: 1, maxLength: 60 }),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'bulletin.office_not_asked'],
  summary: '登记一个单位的会签',
});

export const numberBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/number',
  permission: 'bulletin.number',
  input: Type.Object({
    ...Turn,
    issue: Type.Integer({ title: '期号', minimum: 1, maximum: 9999 }),
    documentNumber: Type.Optional(Type.String({ title: '发文字号', maxLength: 60 })),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'bulletin.issue_taken'],
  summary: '登记本单位发文系统给出的期号和发文字号',
});

export const sealBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/seal',
  permission: 'bulletin.seal',
  upload: true,
  input: Type.Object({ ...OneBulletin, version: Type.Integer({ title: '版本', minimum: 1 }) }),
  output: Moved,
  refusals: [...turnRefusals, 'files.empty', 'files.too_large', 'files.kind_not_accepted'],
  summary: '登记用印：上传盖章件的扫描件（PDF 或图片）；系统从不生成印章',
});

export const issueBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/issue',
  permission: 'bulletin.issue',
  input: Type.Object({ ...Turn, issuedOn: dayText({ title: '印发日期' }) }),
  output: Moved,
  refusals: [...turnRefusals, 'documents.no_chinese_font'],
  summary: '印发：定稿留存，各单位可见',
});

export const archiveBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/archive',
  permission: 'bulletin.archive',
  input: Type.Object({
    ...Turn,
    archiveNumber: Type.Optional(Type.String({ title: '档号', maxLength: 60 })),
  }),
  output: Moved,
  refusals: turnRefusals,
  summary: '归档',
});

export const releaseBulletin = defineRoute({
  method: 'POST',
  path: '/bulletins/:id/release',
  permission: 'bulletin.release',
  input: Type.Object({
    ...Turn,
    opinion: Type.String({ title: '审查意见', minLength: 1, maxLength: 500 }),
    reviewer: Type.String({ title: '保密审查人', minLength: 1, maxLength: 60 }),
    reviewedOn: dayText({ title: '审查日期' }),
  }),
  output: Moved,
  refusals: [...turnRefusals, 'bulletin.not_for_public', 'bulletin.already_released', 'access.same_person'],
  summary: '登记公开前的保密审查；登记之前不对外公开',
});

function file<const Path extends string>(path: Path, contentType: string, summary: string) {
  return defineRoute({
    method: 'GET',
    path,
    permission: 'bulletin.download',
    input: Type.Object(OneBulletin),
    binary: { contentType },
    refusals: [
      'bulletin.not_found',
      'bulletin.kept_copy_altered',
      'files.not_found',
      'files.content_missing',
      'documents.no_chinese_font',
    ],
    summary,
    audited: true,
  });
}

export const bulletinPdf = file('/bulletins/:id/pdf', 'application/pdf', '下载通报（PDF）');
export const bulletinDocx = file(
  '/bulletins/:id/docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '下载通报（DOCX）',
);
export const archiveCopy = defineRoute({
  method: 'GET',
  path: '/bulletins/:id/archive-copy',
  permission: 'bulletin.archive',
  input: Type.Object(OneBulletin),
  binary: { contentType: 'application/zip' },
  refusals: [
    'bulletin.not_found',
    'bulletin.kept_copy_altered',
    'bulletin.not_issued',
    'files.content_missing',
  ],
  summary: '下载归档包：正文、盖章件、冻结的数据、办理过程和目录',
  audited: true,
});
export const sealedCopy = file('/bulletins/:id/sealed-copy', 'application/octet-stream', '下载盖章件扫描件');
