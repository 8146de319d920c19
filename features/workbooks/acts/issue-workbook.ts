import { audit, type City, ensureMay } from '#access';
import { plansOfYear, planToMonth, standingReports } from '#engines/indicators';
import { addToMonth, type Month, monthNumber, monthOfYear, monthText, yearOfMonth } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import { tableBytes, tablePieces, zipBytes } from '#sheets';
import { type FormKey, formKeyText, formMark, type OfficeKind } from '../contract.ts';
import { formTables } from '../domain/form.ts';
import type { FormRow } from '../domain/form-row.ts';
import { type Office, officesOf } from './offices.ts';

type Asked = { readonly month: Month; readonly by: OfficeKind };
type IssuedFile = { readonly name: string; readonly bytes: Uint8Array };

/** The workbook of one office, filled in as far as the city knows. */
export async function issueWorkbook(
  city: City,
  asked: Asked & { readonly office: string },
): Promise<IssuedFile> {
  ensureMay(city, 'workbook.issue', { holders: [asked.office] });
  const offices = await officesOf(city, asked);
  const office = offices.find((one) => one.office === asked.office);
  ensure(office, 'workbook.no_projects', { year: yearOfMonth(asked.month) });
  const rows = await rowsBefore(city, asked.month);
  const bytes = await tableBytes(...workbookOf(city, asked, office, rows));
  await leaveTrace(city, asked, [office]);
  return { name: fileName(asked.month, office.name), bytes };
}

/** The workbooks of all offices the caller may issue to, in one archive; one after another, so that memory stays flat. */
export async function issueAll(city: City, asked: Asked): Promise<IssuedFile> {
  const offices = await officesOf(city, asked);
  const { month } = asked;
  ensure(offices.length > 0, 'workbook.no_projects', { year: yearOfMonth(month) });
  const rows = await rowsBefore(city, month);
  const bytes = await zipBytes(
    offices.map((office) => ({
      name: fileName(month, office.name),
      pieces: tablePieces(...workbookOf(city, asked, office, rows)),
    })),
  );
  await leaveTrace(city, asked, offices);
  return { name: `${monthText(month)}填报表（${offices.length}个单位）.zip`, bytes };
}

type RowMaker = (office: Office) => FormRow[];

function workbookOf(city: City, { month, by }: Asked, office: Office, rows: RowMaker) {
  const key: FormKey = { cityId: city.cityId, month, by, office: office.office };
  const form = { cityName: city.pack.name, office: office.name, month, rows: rows(office) };
  return [formTables(form), { [formMark]: formKeyText(key) }] as const;
}

/** What the plans and the months before say of every project, read once for all offices. */
async function rowsBefore(city: City, month: Month): Promise<RowMaker> {
  const plans = new Map((await plansOfYear(city, yearOfMonth(month))).map((plan) => [plan.subjectId, plan]));
  const done = await doneBefore(city, month);
  return ({ projects }) =>
    projects.map((project, at): FormRow => {
      const { projectId, number, code, name, category, totalFen, planYearFen } = project;
      const plan = plans.get(projectId);
      return {
        ...{ seq: at + 1, number, code, name, category, totalFen },
        planYearFen: plan?.totalFen ?? planYearFen,
        planMonthFen: plan?.monthsFen[monthNumber(month) - 1] ?? null,
        planToMonthFen: plan ? planToMonth(plan.monthsFen, month) : null,
        doneBeforeMonthFen: done.get(projectId) ?? null,
      };
    });
}

/** The latest cumulative amount of the year before the month: as verified, or else as reported. */
async function doneBefore(city: City, month: Month): Promise<Map<string, bigint>> {
  const done = new Map<string, bigint>();
  if (monthNumber(month) === 1) return done;
  const span = { first: monthOfYear(yearOfMonth(month), 1), last: addToMonth(month, -1) };
  const verified = await standingReports(city, { ...span, standing: 'verified' });
  const checked = new Set(verified.map(({ subjectId, month: of }) => `${subjectId} ${of}`));
  const reported = (await standingReports(city, span)).filter(
    ({ subjectId, month: of }) => !checked.has(`${subjectId} ${of}`),
  );
  const inOrder = [...verified, ...reported].sort((a, b) => (a.month < b.month ? -1 : 1));
  for (const { subjectId, cumFen } of inOrder) if (cumFen !== null) done.set(subjectId, cumFen);
  return done;
}

async function leaveTrace(city: City, asked: Asked, offices: readonly Office[]): Promise<void> {
  const [first] = offices;
  await audit(city, {
    action: 'workbook.issue',
    object: 'workbook',
    objectId: offices.length === 1 && first ? first.office : null,
    details: { ...asked, offices: offices.map(({ name, projects }) => `${name} ${projects.length}`) },
  });
}

function fileName(month: Month, office: string): string {
  return `${monthText(month)}填报表（${office.replace(/[\\/:*?"<>|]/g, ' ')}）.xlsx`;
}
