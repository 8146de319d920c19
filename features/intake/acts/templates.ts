import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { type Report, type ReportStanding, standingReports } from '#engines/indicators';
import { type FileId, getFile, putFile, readFileBytes } from '#files';
import { type Month, monthNumber, monthText, yearOfMonth } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import { fillWorkbook, type Workbook } from '#sheets';
import { planTemplate, type TemplatePlan, type TemplateValues } from '../domain/fill-template.ts';
import { listReportFiles } from '../store/import-run.ts';
import { reportReader } from './read-import.ts';
import { openSent, type SentWorkbook } from './take-workbook.ts';

export type TemplateAsk = {
  readonly fileId: FileId;
  readonly month: Month;
  readonly standing: ReportStanding;
};

/** Keeps a sender's own workbook, so that the city's values can be put into it. */
export async function takeTemplate(
  city: City,
  file: SentWorkbook,
): Promise<{ fileId: FileId; name: string }> {
  ensureMay(city, 'template.fill');
  const workbook = await openSent(file);
  ensureFillable(workbook, file.name);
  const { fileId, name } = await putFile(city, {
    name: file.name,
    content: file.bytes,
    ensureNotSecret,
    accept: ['xlsx'],
  });
  return { fileId, name };
}

/** Workbooks that came in before and may serve as templates, the latest first. */
export async function listTemplates(city: City) {
  ensureMay(city, 'template.fill');
  return listReportFiles(city.tx, 100);
}

/** What would be put where, with nothing written. */
export async function viewTemplate(city: City, ask: TemplateAsk) {
  const { name, plan, doubts } = await planned(city, ask);
  return { fileName: name, doubts, ...plan, cells: plan.fills.length, filled: plan.filled.length };
}

/** The sender's own workbook with the city's values of the month in it; everything else of it stays as it is. */
export async function fillTemplate(
  city: City,
  ask: TemplateAsk,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, bytes, plan } = await planned(city, ask);
  const { month, standing, fileId } = ask;
  const filled = await fillWorkbook(bytes, plan.fills, { name });
  await audit(city, {
    action: 'template.fill',
    object: 'template',
    objectId: fileId,
    details: { fileName: name, month, standing, rows: plan.filled.length, cells: plan.fills.length },
  });
  const words = monthText(month);
  return { name: `${name.replace(/\.[^.]+$/, '')}（填入${words}）.xlsx`, bytes: filled.bytes };
}

async function planned(
  city: City,
  { fileId, month, standing }: TemplateAsk,
): Promise<{ name: string; bytes: Buffer; plan: TemplatePlan; doubts: readonly string[] }> {
  ensureMay(city, 'template.fill');
  const { name } = await getFile(city, fileId);
  const bytes = await readFileBytes(city, fileId);
  const workbook = await openSent({ name, bytes });
  ensureFillable(workbook, name);
  const year = yearOfMonth(month);
  const reader = await reportReader(city, { month, receivedOn: city.today, year });
  const { result, ids } = reader.read(workbook, { acceptSimilar: false, mapping: null });
  ensure(
    result.sheets.some((sheet) => !sheet.ignored),
    'import.no_table',
  );
  const span = { first: month, last: month, standing };
  const reports = new Map((await standingReports(city, span)).map((report) => [report.subjectId, report]));
  const plan = planTemplate(workbook, {
    ...{ dictionary: reader.dictionary, year, month: monthNumber(month), mapping: null },
    rows: result.rows,
    valuesOf: (key) => valuesOf(reports.get(ids.get(key) ?? '')),
  });
  return { name, bytes, plan, doubts: result.sheets.flatMap((sheet) => sheet.doubts) };
}

function ensureFillable(workbook: Workbook, name: string): void {
  ensure(workbook.format === 'xlsx', 'sheets.not_fillable', { name });
}

function valuesOf(report: Report | undefined): TemplateValues | undefined {
  return report && { ...report, progress: report.progressText };
}
