import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
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
import { FindingView } from './contract/finding.ts';

export type { FindingView } from './contract/finding.ts';
export * from './contract/returns.ts';
export * from './contract/templates.ts';
export * from './contract/vocabulary.ts';

const Kind = oneOf(['projects', 'reports'], { title: '导入内容' });
const ImportId = idText<'import'>({ title: '导入编号' });
const OneImport = Type.Object({ importId: ImportId });

const RunView = Type.Object({
  importId: ImportId,
  kind: Kind,
  year: Type.Integer(),
  month: orNull(MonthText),
  receivedOn: DayText,
  sender: orNull(Type.String()),
  fileName: Type.String(),
  status: oneOf(['read', 'written', 'undone', 'discarded']),
  accepted: Type.Integer(),
  rejected: Type.Integer(),
  written: Type.Integer(),
  actorName: Type.String(),
  recordedAt: InstantText,
  writtenAt: orNull(InstantText),
  undoneAt: orNull(InstantText),
  undoneBy: orNull(Type.String()),
  undoneReason: orNull(Type.String()),
  version: Type.Integer(),
});
export type RunView = Static<typeof RunView>;

const Outcome = Type.Object({
  accepted: Type.Integer(),
  rejected: Type.Integer(),
  written: Type.Integer(),
  findings: Type.Array(FindingView),
  rows: Type.Array(
    Type.Object({
      sheet: Type.String(),
      row: Type.Integer(),
      status: oneOf(['accepted', 'rejected']),
      key: orNull(Type.String()),
      duplicateOf: Type.Optional(Type.String()),
      proposal: Type.Optional(Type.Object({ key: Type.String(), name: Type.String() })),
      record: Type.Unknown(),
    }),
  ),
  skip: Type.Array(Type.Object({ sheet: Type.String(), row: Type.Integer(), why: Type.String() })),
});

const Unit = oneOf(['元', '千元', '万元', '百万元', '千万元', '亿元'], { title: '金额单位' });

const SheetView = Type.Object({
  name: Type.String(),
  ignored: Type.Boolean(),
  doubts: Type.Array(Type.String()),
  columns: Type.Array(
    Type.Object({
      col: Type.String(),
      header: Type.String(),
      field: orNull(Type.String()),
      unit: Type.Optional(Unit),
      hidden: Type.Boolean(),
      doubt: Type.Optional(Type.String()),
    }),
  ),
});
export type SheetView = Static<typeof SheetView>;

const Preview = Type.Object({ run: RunView, outcome: Outcome, sheets: Type.Array(SheetView) });
export type Preview = Static<typeof Preview>;

const readingRefusals = [
  'import.no_table',
  'import.no_list',
  'import.month_missing',
  'secrecy.marked',
  'sheets.empty_file',
  'sheets.file_too_large',
] as const;

export const takeWorkbook = defineRoute({
  method: 'POST',
  path: '/imports',
  permission: 'import.take',
  upload: true,
  input: Type.Object({
    kind: Kind,
    year: Type.Integer({ minimum: 2000, maximum: 2199, title: '年度' }),
    month: Type.Optional(monthText({ title: '月份' })),
    receivedOn: Type.Optional(dayText({ title: '收到日期' })),
    sender: Type.Optional(Type.String({ maxLength: 60, title: '来文单位' })),
  }),
  output: Preview,
  refusals: readingRefusals,
  summary: '上传工作簿并检查，不写入',
});

export const listImports = defineRoute({
  method: 'GET',
  path: '/imports',
  permission: 'import.view',
  input: Type.Object(PageInput),
  output: Page(RunView),
  refusals: [],
  summary: '导入记录',
});

export const viewImport = defineRoute({
  method: 'GET',
  path: '/imports/:importId',
  permission: 'import.view',
  input: OneImport,
  output: Preview,
  refusals: ['import.not_found'],
  summary: '一次导入的检查结果',
});

export const correctMapping = defineRoute({
  method: 'POST',
  path: '/imports/:importId/mapping',
  permission: 'import.take',
  input: Type.Object({
    importId: ImportId,
    columns: Type.Array(
      Type.Object({ header: Type.String(), field: orNull(Type.String()), unit: Type.Optional(Unit) }),
      { title: '列对应' },
    ),
    unit: Type.Optional(Unit),
    ...Versioned,
  }),
  output: Preview,
  refusals: ['import.not_found', 'import.not_waiting', 'http.stale_version', ...readingRefusals],
  summary: '改正列对应，并按来文单位记住',
});

export const confirmImport = defineRoute({
  method: 'POST',
  path: '/imports/:importId/write',
  permission: 'import.write',
  input: Type.Object({
    importId: ImportId,
    acceptGood: Type.Boolean({ title: '只导入无错误的行' }),
    acceptSimilar: Type.Array(Type.String(), { title: '确认的相似名称' }),
    reason: Type.Optional(Type.String({ maxLength: 500, title: '调整理由' })),
    approver: Type.Optional(Type.String({ maxLength: 100, title: '批准人' })),
    ...Versioned,
  }),
  output: Outcome,
  refusals: [
    'import.not_found',
    'import.not_waiting',
    'import.in_batch',
    'import.has_errors',
    'import.nothing_accepted',
    'http.stale_version',
    'plan.revision_unexplained',
    ...readingRefusals,
  ],
  summary: '确认写入',
});

export const discardImport = defineRoute({
  method: 'POST',
  path: '/imports/:importId/discard',
  permission: 'import.take',
  input: Type.Object({ importId: ImportId, ...Versioned }),
  output: Done,
  refusals: ['import.not_found', 'import.not_waiting', 'import.in_batch', 'http.stale_version'],
  summary: '放弃这次导入',
});

export const undoImport = defineRoute({
  method: 'POST',
  path: '/imports/:importId/undo',
  permission: 'import.undo',
  input: Type.Object({
    importId: ImportId,
    reason: Type.String({ minLength: 1, maxLength: 500, title: '撤销理由' }),
    ...Versioned,
  }),
  output: Done,
  refusals: [
    'import.not_found',
    'import.not_written',
    'import.in_batch',
    'import.followed',
    'list_import.undo_blocked',
    'http.stale_version',
  ],
  summary: '撤销整个导入',
});

export const markedCopy = defineRoute({
  method: 'GET',
  path: '/imports/:importId/marked-copy',
  permission: 'import.view',
  input: OneImport,
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['import.not_found', 'files.content_missing'],
  audited: true,
  summary: '下载标注了检查结果的副本',
});

export type ImportRow = Preview['outcome']['rows'][number];
export type CorrectedColumn = InputOf<typeof correctMapping>['columns'][number];
