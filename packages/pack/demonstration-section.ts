import Type from 'typebox';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import {
  type DemonstrationProject,
  demonstrationProjectColumns,
  demonstrationProjectOf,
} from './demonstration-project.ts';
import {
  type DemonstrationReport,
  demonstrationReportColumns,
  demonstrationReportOf,
} from './demonstration-report.ts';
import { definePackSection } from './pack-section.ts';

const DemonstrationFile = Type.Object({
  year: Type.Integer({ minimum: 2000, maximum: 2199 }),
  /** The day the demonstration is shown as of. */
  asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: ' 2023-05-06 的格式' }),
  note: Type.String({ minLength: 1 }),
});

export type DemonstrationYear = {
  readonly year: number;
  readonly asOf: PlainDate;
  readonly note: string;
  readonly projects: readonly DemonstrationProject[];
  readonly reports: readonly DemonstrationReport[];
};

export const demonstrationSection = definePackSection<DemonstrationYear | null>({
  id: 'demonstration',
  files: ['demo/demonstration.yaml', 'demo/projects.csv', 'demo/reports.csv'],
  empty: null,
  read(files) {
    const yaml = files.yaml('demo/demonstration.yaml', DemonstrationFile);
    const projects = files.csv('demo/projects.csv', demonstrationProjectColumns).map(demonstrationProjectOf);
    const reports = files.csv('demo/reports.csv', demonstrationReportColumns).map(demonstrationReportOf);
    if (!yaml) return files.result(null);
    const { year, asOf, note } = yaml.value;
    if (!isPlainDate(asOf))
      files.report(yaml.at('asOf'), `“${asOf}”不是有效日期`, '请写成 2023-05-06 的格式');
    const names = new Set(projects.map((project) => project.name));
    for (const { at, name } of reports) {
      if (!names.has(name))
        files.report(at, `没有名为“${name}”的演示项目`, '请改成 projects.csv 里的项目名称');
    }
    for (const { at, name, monthPlanFen, planYearFen } of projects) {
      const sum = monthPlanFen.reduce((a, b) => a + b, 0n);
      if (sum !== planYearFen)
        files.report(at, `“${name}”各月计划之和不等于全年计划`, '请改正月计划或全年计划');
    }
    return files.result({ year, asOf: asOf as PlainDate, note, projects, reports });
  },
});
