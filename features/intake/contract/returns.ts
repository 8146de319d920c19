import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  FenText,
  type InputOf,
  InstantText,
  idText,
  MonthText,
  monthText,
  oneOf,
  orNull,
  Page,
  PageInput,
  Versioned,
} from '#http/client';
import { FindingView } from './finding.ts';

const BatchId = idText<'return-batch'>({ title: '批号' });
const ImportId = idText<'import'>({ title: '导入编号' });
const OneBatch = Type.Object({ batchId: BatchId });
const OneReturn = Type.Object({ batchId: BatchId, importId: ImportId });

const BatchView = Type.Object({
  batchId: BatchId,
  month: MonthText,
  receivedOn: DayText,
  status: oneOf(['read', 'written', 'undone', 'discarded']),
  files: Type.Integer(),
  written: Type.Integer(),
  actorName: Type.String(),
  recordedAt: InstantText,
  writtenAt: orNull(InstantText),
  undoneAt: orNull(InstantText),
  undoneBy: orNull(Type.String()),
  undoneReason: orNull(Type.String()),
  version: Type.Integer(),
});
export type BatchView = Static<typeof BatchView>;

const Count = Type.Integer();

/** Rows by what becomes of them. */
const Fates = Type.Object({
  good: Count,
  blank: Count,
  rejected: Count,
  unknown: Count,
  similar: Count,
  outside: Count,
});

const ReturnView = Type.Object({
  importId: ImportId,
  fileName: Type.String(),
  office: orNull(Type.String()),
  /** By the key of an issued workbook; else guessed from its projects. */
  certain: Type.Boolean(),
  leftOut: orNull(oneOf(['other-city', 'other-month'])),
  issuedFor: orNull(Type.String()),
  fates: Fates,
  errors: Count,
  warnings: Count,
  doubts: Type.Array(Type.String()),
  written: Count,
});
export type ReturnView = Static<typeof ReturnView>;

const RowPlace = { importId: ImportId, fileName: Type.String(), sheet: Type.String(), row: Type.Integer() };

const ContenderView = Type.Object({
  ...RowPlace,
  office: orNull(Type.String()),
  proposed: Type.Boolean(),
  monthFen: orNull(FenText),
  cumFen: orNull(FenText),
  started: orNull(Type.Boolean()),
  actualStart: orNull(Type.String()),
  entered: orNull(Type.Boolean()),
  enteredOn: orNull(Type.String()),
  progress: orNull(Type.String()),
  problem: orNull(Type.String()),
});
export type ContenderView = Static<typeof ContenderView>;

const ContestView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  differ: Type.Array(Type.String()),
  contenders: Type.Array(ContenderView),
});
export type ContestView = Static<typeof ContestView>;

/** A row without a project of its own: nothing like it is listed, or it is another office's, or it waits to be confirmed. */
const StrayView = Type.Object({
  ...RowPlace,
  fate: oneOf(['unknown', 'outside', 'similar']),
  name: orNull(Type.String()),
  key: orNull(Type.String()),
  listed: orNull(Type.String()),
});
export type StrayView = Static<typeof StrayView>;

const OfficeState = Type.Object({
  office: Type.String(),
  name: Type.String(),
  owing: Count,
  here: Count,
  before: Count,
  left: Count,
});
export type OfficeState = Static<typeof OfficeState>;

const BatchPreview = Type.Object({
  batch: BatchView,
  files: Type.Array(ReturnView),
  fates: Fates,
  contests: Type.Array(ContestView),
  agreed: Count,
  strays: Type.Array(StrayView),
  offices: Type.Array(OfficeState),
});
export type BatchPreview = Static<typeof BatchPreview>;

const readingRefusals = [
  'import.no_table',
  'import.no_list',
  'secrecy.marked',
  'sheets.empty_file',
  'sheets.file_too_large',
] as const;

export const openReturns = defineRoute({
  method: 'POST',
  path: '/returns',
  permission: 'returns.take',
  input: Type.Object({
    month: monthText({ title: '月份' }),
    receivedOn: Type.Optional(dayText({ title: '收到日期' })),
  }),
  output: Type.Object({ batchId: BatchId, version: Type.Integer() }),
  refusals: [],
  summary: '开始收回一批填报表',
});

export const listReturns = defineRoute({
  method: 'GET',
  path: '/returns',
  permission: 'returns.view',
  input: Type.Object(PageInput),
  output: Page(BatchView),
  refusals: [],
  summary: '收回填报表的记录',
});

export const viewReturns = defineRoute({
  method: 'GET',
  path: '/returns/:batchId',
  permission: 'returns.view',
  input: OneBatch,
  output: BatchPreview,
  refusals: ['returns.not_found', 'import.no_list'],
  summary: '一批填报表的合并检查结果',
});

export const takeReturn = defineRoute({
  method: 'POST',
  path: '/returns/:batchId/files',
  permission: 'returns.take',
  upload: true,
  input: OneBatch,
  output: Type.Object({ importId: ImportId }),
  refusals: [
    'returns.not_found',
    'returns.not_waiting',
    'returns.too_many',
    'returns.same_file',
    ...readingRefusals,
  ],
  summary: '收入一份填报表并检查，不写入',
});

export const dropReturn = defineRoute({
  method: 'POST',
  path: '/returns/:batchId/files/:importId/drop',
  permission: 'returns.take',
  input: OneReturn,
  output: Done,
  refusals: ['returns.not_found', 'returns.not_waiting', 'returns.no_such_file'],
  summary: '把一份填报表移出本批',
});

export const returnFindings = defineRoute({
  method: 'GET',
  path: '/returns/:batchId/files/:importId',
  permission: 'returns.view',
  input: OneReturn,
  output: Type.Object({ findings: Type.Array(FindingView) }),
  refusals: ['returns.not_found', 'returns.no_such_file'],
  summary: '一份填报表的检查结果',
});

export const returnMarked = defineRoute({
  method: 'GET',
  path: '/returns/:batchId/files/:importId/marked-copy',
  permission: 'returns.view',
  input: OneReturn,
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['returns.not_found', 'returns.no_such_file', 'files.content_missing'],
  audited: true,
  summary: '下载一份填报表标注了检查结果的副本',
});

export const writeReturns = defineRoute({
  method: 'POST',
  path: '/returns/:batchId/write',
  permission: 'returns.write',
  input: Type.Object({
    batchId: BatchId,
    acceptGood: Type.Boolean({ title: '只写入无错误的行' }),
    confirmed: Type.Array(Type.Object({ importId: ImportId, ref: Type.String({ maxLength: 100 }) }), {
      title: '确认的相似名称',
      maxItems: 5000,
    }),
    stands: Type.Array(Type.Object({ key: Type.String({ maxLength: 40 }), importId: ImportId }), {
      title: '以哪份为准',
      maxItems: 5000,
    }),
    reason: Type.Optional(Type.String({ maxLength: 500, title: '更正理由' })),
    ...Versioned,
  }),
  output: Type.Object({ written: Type.Integer(), files: Type.Integer() }),
  refusals: [
    'returns.not_found',
    'returns.not_waiting',
    'returns.unresolved',
    'returns.nothing_good',
    'report.month_locked',
    'import.has_errors',
    'import.no_list',
    'http.stale_version',
  ],
  summary: '合并写入一批填报表',
});

export const discardReturns = defineRoute({
  method: 'POST',
  path: '/returns/:batchId/discard',
  permission: 'returns.take',
  input: Type.Object({ batchId: BatchId, ...Versioned }),
  output: Done,
  refusals: ['returns.not_found', 'returns.not_waiting', 'http.stale_version'],
  summary: '放弃一批填报表',
});

export const undoReturns = defineRoute({
  method: 'POST',
  path: '/returns/:batchId/undo',
  permission: 'returns.undo',
  input: Type.Object({
    batchId: BatchId,
    reason: Type.String({ minLength: 1, maxLength: 500, title: '撤销理由' }),
    ...Versioned,
  }),
  output: Done,
  refusals: [
    'returns.not_found',
    'returns.not_written',
    'report.month_locked',
    'import.followed',
    'http.stale_version',
  ],
  summary: '撤销一批填报表的写入',
});

export type BatchDecision = InputOf<typeof writeReturns>;
