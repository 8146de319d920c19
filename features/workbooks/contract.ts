import { type Static, Type } from 'typebox';
import { defineRoute, MonthText, monthText, oneOf } from '#http/client';

const By = oneOf(['district', 'department', 'unit'], { title: '按什么单位' });
export type OfficeKind = Static<typeof By>;

const asked = { month: monthText({ title: '月份' }), by: By };

const OfficeView = Type.Object({
  /** An organisation, or `none` for projects that belong to no office of the kind. */
  office: Type.String(),
  name: Type.String(),
  projects: Type.Integer(),
  /** Of these, those that owe a report for the month, and those that have one. */
  owing: Type.Integer(),
  reported: Type.Integer(),
});
export type OfficeView = Static<typeof OfficeView>;

export const listOffices = defineRoute({
  method: 'GET',
  path: '/workbooks',
  permission: 'workbook.issue',
  input: Type.Object({ month: Type.Optional(monthText({ title: '月份' })), by: Type.Optional(By) }),
  output: Type.Object({ month: MonthText, by: By, offices: Type.Array(OfficeView) }),
  refusals: ['workbook.no_list'],
  summary: '可以发放填报表的单位',
});

export const issueWorkbook = defineRoute({
  method: 'GET',
  path: '/workbooks/file',
  permission: 'workbook.issue',
  input: Type.Object({ ...asked, office: Type.String({ minLength: 1, maxLength: 40, title: '单位' }) }),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: ['workbook.no_list', 'workbook.no_projects'],
  audited: true,
  summary: '下载一个单位的预填填报表',
});

export const issueAll = defineRoute({
  method: 'GET',
  path: '/workbooks/archive',
  permission: 'workbook.issue',
  input: Type.Object(asked),
  binary: { contentType: 'application/zip' },
  refusals: ['workbook.no_list', 'workbook.no_projects'],
  audited: true,
  summary: '下载全部单位的预填填报表，打成一个压缩包',
});

/** What an issued workbook bears under a hidden name, so that its return is known for certain. */
export type FormKey = {
  readonly cityId: number;
  readonly month: string;
  readonly by: OfficeKind;
  readonly office: string;
};

export const formMark = 'guatu_form';

export function formKeyText({ cityId, month, by, office }: FormKey): string {
  return ['1', cityId, month, by, office].join(';');
}

/** Undefined for what is no key of ours. */
export function readFormKey(text: string | undefined): FormKey | undefined {
  const parts = /^1;(\d{6});(\d{4}-\d{2});(district|department|unit);([\w-]+)$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, cityId = '', month = '', by, office = ''] = parts;
  return { cityId: Number(cityId), month, by: by as OfficeKind, office };
}
