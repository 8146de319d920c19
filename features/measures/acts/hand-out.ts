import { audit, type City } from '#access';
import { renderDocx, renderPdf } from '#documents';
import { ensure } from '#kernel/refusal';
import { type Table, tableBytes } from '#sheets';
import type { SheetLine } from '../contract.ts';
import { cadenceNames, namesOf, printReport, printSheet, targetText } from '../domain/print.ts';
import type { PolicyDocumentId } from '../store/document.ts';
import { cityUnits } from './city-units.ts';
import { seenDocument } from './hold-document.ts';
import { basisOf, sheetOf } from './view-documents.ts';

/** 任务分解表, whole or as far as the reader's units have a part in it. */
export async function handOutSheet(city: City, id: PolicyDocumentId, form: 'xlsx' | 'docx') {
  const { row, lines } = await opened(city, id, `sheet.${form}`);
  const name = `${row.title}任务分解表_${city.today}.${form}`;
  if (form === 'docx') return { name, bytes: await renderDocx(printSheet(row, lines)) };
  const text = (title: string, width: number, value: (line: SheetLine) => string | null) => ({
    ...{ title, kind: 'text' as const, width, value },
  });
  const table: Table<SheetLine> = {
    ...{ sheet: '任务分解表', title: `${row.title}任务分解表`, rows: lines },
    note: `${row.docNumber ?? ''} ${row.issuedOn}印发，导出于${city.today}`,
    columns: [
      text('序号', 8, (line) => line.no),
      text('章', 24, (line) => line.chapter),
      text('措施', 48, (line) => line.title),
      text('目标', 48, (line) => line.targets.map(targetText).join('；')),
      text('牵头单位', 20, (line) => namesOf(line.lead)),
      text('责任单位', 30, (line) => namesOf(line.support)),
      { title: '完成期限', kind: 'date', value: (line) => line.dueOn },
      text('报告周期', 10, (line) => cadenceNames[line.cadence]),
      text('编号', 16, (line) => line.tracked?.number ?? null),
      text('状态', 12, (line) => line.tracked?.state ?? null),
    ],
  };
  return { name, bytes: await tableBytes([table as Table<unknown>]) };
}

/** 落实情况报告 of the day. */
export async function handOutReport(city: City, id: PolicyDocumentId, form: 'docx' | 'pdf') {
  const { row, lines, progress } = await opened(city, id, `report.${form}`);
  const { title, docNumber, issuedOn } = row;
  const document = printReport({
    ...{ head: { title, docNumber }, asOf: city.today, issuedOn, lines, progress, basis: basisOf(city) },
  });
  const bytes = form === 'pdf' ? renderPdf(document).bytes : await renderDocx(document);
  return { name: `${title}落实情况报告_${city.today}.${form}`, bytes };
}

async function opened(city: City, id: PolicyDocumentId, form: string) {
  const row = await seenDocument(city, 'policy-document.export', id);
  const { names } = await cityUnits(city);
  const { lines, progress } = await sheetOf(city, row, names);
  const { issuedOn } = row;
  ensure(issuedOn && progress, 'policy_document.not_yet');
  await audit(city, {
    ...{ action: 'policy-document.export', object: 'policy-document', objectId: id },
    details: { form, measures: lines.length },
  });
  return { row: { ...row, issuedOn }, lines, progress };
}
