import { type Static, Type } from 'typebox';
import { DayText, defineRoute, idText, MonthText, monthText, Nothing, oneOf, orNull } from '#http/client';

const FileId = idText<'file'>({ title: '文件编号' });

const asked = {
  fileId: FileId,
  month: monthText({ title: '月份' }),
  standing: oneOf(['verified', 'reported'], { title: '填报数或核定数' }),
};

const RowPlace = Type.Object({ sheet: Type.String(), row: Type.Integer(), name: orNull(Type.String()) });
export type TemplateRow = Static<typeof RowPlace>;

const templateRefusals = [
  'import.no_table',
  'import.no_list',
  'secrecy.marked',
  'sheets.not_fillable',
  'sheets.empty_file',
  'sheets.file_too_large',
] as const;

export const takeTemplate = defineRoute({
  method: 'POST',
  path: '/templates',
  permission: 'template.fill',
  upload: true,
  input: Nothing,
  output: Type.Object({ fileId: FileId, name: Type.String() }),
  refusals: templateRefusals,
  summary: '上传来文单位自己的表，供填入数据',
});

export const listTemplates = defineRoute({
  method: 'GET',
  path: '/templates',
  permission: 'template.fill',
  input: Nothing,
  output: Type.Object({
    files: Type.Array(
      Type.Object({
        fileId: FileId,
        fileName: Type.String(),
        month: MonthText,
        receivedOn: DayText,
        sender: orNull(Type.String()),
      }),
    ),
  }),
  refusals: [],
  summary: '以前收到的月报表，可作模板',
});

const TemplatePreview = Type.Object({
  fileName: Type.String(),
  /** What a person should look at: a month in the title other than the one asked for, columns read in part. */
  doubts: Type.Array(Type.String()),
  columns: Type.Array(Type.Object({ sheet: Type.String(), header: Type.String(), field: Type.String() })),
  cells: Type.Integer(),
  filled: Type.Integer(),
  unknown: Type.Array(RowPlace),
  silent: Type.Array(RowPlace),
  kept: Type.Array(Type.String()),
  sums: Type.Array(RowPlace),
});
export type TemplatePreview = Static<typeof TemplatePreview>;

export const viewTemplate = defineRoute({
  method: 'GET',
  path: '/templates/:fileId',
  permission: 'template.fill',
  input: Type.Object(asked),
  output: TemplatePreview,
  refusals: ['files.not_found', 'files.content_missing', ...templateRefusals],
  summary: '按原模板导出会填哪些格、不动哪些行',
});

export const fillTemplate = defineRoute({
  method: 'GET',
  path: '/templates/:fileId/file',
  permission: 'template.fill',
  input: Type.Object(asked),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['files.not_found', 'files.content_missing', ...templateRefusals],
  audited: true,
  summary: '按原模板导出：把本市的数填进来文单位自己的表',
});
