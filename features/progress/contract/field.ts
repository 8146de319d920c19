import { Type } from 'typebox';
import { dayText, FenText, fenText, idText, monthText, oneOf, orNull } from '#http/client';

export const ProjectId = idText<'project'>({ title: '项目' });
export const OrgId = idText<'organisation'>({ title: '单位' });
export const EvaluationId = idText<'evaluation'>({ title: '评价编号' });
export const Light = oneOf(['green', 'yellow', 'red', 'grey'], { title: '灯' });
export const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });
export const MonthInput = monthText({ title: '月份' });
export const AsOf = Type.Optional(dayText({ title: '截至日期' }));
/** A share of a whole in percent with one decimal, `83.3`; null where there is no whole. */
export const Percent = orNull(Type.String());

export const AboutProject = { projectId: ProjectId, number: Type.String(), name: Type.String() };

/** 在建 building, 新开工 new-start; none: owes no report. */
export const Category = oneOf(['building', 'new-start', 'none']);

export const DimensionLight = Type.Object({ id: Type.String(), name: Type.String(), light: orNull(Light) });

/** `2023`, `2023-05` or a day: as much as is known. */
function partialDate(title: string) {
  return Type.String({
    title,
    pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$',
    description: '如 2023、2023-05 或 2023-05-06',
  });
}

function said(title: string, maxLength = 2000) {
  return Type.Optional(orNull(Type.String({ title, maxLength })));
}

export const matterLevels = ['区级', '市级', '跨地区', '重大'] as const;

/** What a report says; absent or null: it says nothing on this. */
export const ReportInput = {
  monthFen: Type.Optional(orNull(fenText({ title: '本月完成投资' }))),
  cumFen: Type.Optional(orNull(fenText({ title: '本年累计完成投资' }))),
  started: Type.Optional(orNull(Type.Boolean({ title: '是否开工' }))),
  actualStart: Type.Optional(orNull(partialDate('实际开工日期'))),
  entered: Type.Optional(orNull(Type.Boolean({ title: '是否入统' }))),
  enteredOn: Type.Optional(orNull(partialDate('入统日期'))),
  progressText: said('形象进度'),
  problem: said('存在问题'),
  matter: said('需协调事项'),
  matterLevel: Type.Optional(orNull(oneOf(matterLevels, { title: '协调层级' }))),
  reporter: said('填报人', 50),
  reportedOn: Type.Optional(orNull(dayText({ title: '填报日期' }))),
};

/** The same facts as they stand. */
export const ReportFacts = {
  monthFen: orNull(FenText),
  cumFen: orNull(FenText),
  started: orNull(Type.Boolean()),
  actualStart: orNull(Type.String()),
  entered: orNull(Type.Boolean()),
  enteredOn: orNull(Type.String()),
  progressText: orNull(Type.String()),
  problem: orNull(Type.String()),
  matter: orNull(Type.String()),
  matterLevel: orNull(Type.String()),
  reporter: orNull(Type.String()),
  reportedOn: orNull(Type.String()),
};

/** What the figures say against themselves, earlier months or the project: never an error, shown beside the field. */
export const ContradictionView = Type.Object({
  code: Type.String(),
  about: Type.String(),
  text: Type.String(),
});
