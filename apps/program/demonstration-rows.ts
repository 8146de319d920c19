import type { DemonstrationProject, DemonstrationReport } from '#pack';
import type { ListRecord } from '../../features/intake/domain/list-record.ts';
import type { ReportRecord } from '../../features/intake/domain/report-record.ts';
import type { RowResult } from '../../features/intake/domain/result.ts';

const sheet = '演示数据';

/** A demonstration project as if it had been read from a yearly list. */
export function demonstrationListRow(project: DemonstrationProject): RowResult<ListRecord> {
  const { totalFen, doneBeforeFen, planYearFen, monthPlanFen, seq, at: _, ...rest } = project;
  const record: ListRecord = {
    ...rest,
    seq: String(seq),
    code: rest.code ?? null,
    districts: rest.districts.map((name) => ({ code: null, name })),
    totalFen: String(totalFen),
    doneBeforeFen: String(doneBeforeFen),
    planYearFen: String(planYearFen),
    monthPlanFen: monthPlanFen.map(String),
    cumPlanFen: null,
    plannedStart: rest.plannedStart ?? null,
    fundSource: rest.fundSource ?? null,
    respUnit: rest.respUnit ?? null,
    company: rest.company ?? null,
    uscc: rest.uscc ?? null,
    leader: rest.leader ?? null,
    secretary: rest.secretary ?? null,
    secretaryPhone: rest.secretaryPhone ?? null,
  };
  return { sheet, row: seq, status: 'accepted', record, nameRead: record.name, findings: [] };
}

/** A demonstration report as if it had been read from a monthly workbook; `key` names its project. */
export function demonstrationReportRow(report: DemonstrationReport, key: string): RowResult<ReportRecord> {
  const { monthFen, cumFen, at, ...rest } = report;
  const record: ReportRecord = {
    month: rest.month,
    name: rest.name,
    code: null,
    district: null,
    monthFen: String(monthFen),
    cumFen: cumFen === null ? null : String(cumFen),
    progress: rest.progress ?? null,
    started: rest.started ?? null,
    actualStart: rest.actualStart ?? null,
    entered: rest.entered ?? null,
    enteredOn: rest.enteredOn ?? null,
    problem: rest.problem ?? null,
    problemDepts: [],
    matter: rest.matter ?? null,
    matterLevel: rest.matterLevel ?? null,
    reporter: rest.reporter ?? null,
    reportedOn: rest.reportedOn ?? null,
    projectKey: key,
    matchedBy: 'name',
  };
  return { sheet, row: at.line, status: 'accepted', record, nameRead: rest.name, key, findings: [] };
}
