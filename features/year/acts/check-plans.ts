import { audit, type City, ensureMay } from '#access';
import { type Plan, plansOfYear } from '#engines/indicators';
import { type IndexedProject, listOrganisations } from '#engines/registry';
import type { InputOf } from '#http';
import { monthOfYear } from '#kernel/month';
import { monthOf, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { type Column, type Table, tableBytes } from '#sheets';
import { type exportPlanCheck as exportRoute, findingKinds, type checkPlans as route } from '../contract.ts';
import { checkPlan, type PlanCheckRules } from '../domain/plan-check.ts';
import { rulesInWords } from '../domain/plan-check-words.ts';
import { planCheckSection } from '../plan-check-section.ts';
import { findingNames, texts } from '../texts.ts';
import { placeOf, yearProjects } from './year-projects.ts';

type Asked = InputOf<typeof route>;

/** What the rules remark on the plans of a year, of projects within the reader's scope. */
export async function checkPlans(city: City, { year, district, kind }: Asked) {
  ensureMay(city, 'plan-check.view', {});
  const rules = sectionOf(city.pack, planCheckSection);
  const month = yearOf(city.today) === year ? monthOf(city.today) : monthOfYear(year, 12);
  const projects = (await yearProjects(city, year, month)).counting.filter(({ closed }) => !closed);
  const plans = new Map((await plansOfYear(city, year)).map((plan) => [plan.subjectId as string, plan]));
  const all = projects.flatMap((project) => findingsOf(project, plans.get(project.projectId), year, rules));
  const inDistrict = all.filter((one) => district === undefined || one.districtId === district);
  const orders = new Map((await listOrganisations(city)).map(({ orgId }, at) => [orgId as string, at]));
  const place = (id: string) => orders.get(id) ?? orders.size;
  const districts = [...Map.groupBy(all, (one) => one.districtId ?? '')]
    .filter(([id]) => id !== '')
    .map(([districtId, own]) => ({ districtId, name: own[0]?.district ?? '', findings: own.length }))
    .toSorted((a, b) => place(a.districtId) - place(b.districtId));
  return {
    year,
    checked: projects.length,
    findings: inDistrict.filter((one) => kind === undefined || one.kind === kind),
    districts,
    counts: findingKinds.map((each) => ({
      kind: each,
      findings: inDistrict.filter((one) => one.kind === each).length,
    })),
    rules: rulesInWords(rules),
  };
}

function findingsOf(project: IndexedProject, plan: Plan | undefined, year: number, rules: PlanCheckRules) {
  const { projectId, number, name, category, plannedStart, totalFen, doneBeforeFen } = project;
  const about = { category, plannedStart, totalFen, doneBeforeFen, year, plan: plan ?? null };
  return checkPlan(about, rules).map((finding) => ({
    ...{ projectId, number, name, category, ...placeOf(project) },
    ...finding,
  }));
}

type Row = Awaited<ReturnType<typeof checkPlans>>['findings'][number];

export async function exportPlanCheck(city: City, input: InputOf<typeof exportRoute>) {
  const { year, checked, findings, rules } = await checkPlans(city, input);
  await audit(city, {
    action: 'plan-check.export',
    object: 'year',
    objectId: String(year),
    details: { findings: findings.length },
  });
  const text = (title: string, width: number, value: (row: Row) => string | null): Column<Row> => ({
    ...{ title, kind: 'text', width, value },
  });
  const table: Table<Row> = {
    sheet: texts.planCheck,
    title: `${year}年${texts.planCheck}`,
    note: `检查 ${checked} 个项目，提示 ${findings.length} 处。${rules.map(({ rule, basis }) => `${rule}${basis ? `（${basis}）` : ''}`).join('；')}`,
    columns: [
      text(texts.number, 16, (row) => row.number),
      text(texts.project, 40, (row) => row.name),
      text(texts.district, 14, (row) => row.district),
      text(texts.category, 10, (row) => row.category),
      text(texts.finding, 16, (row) => findingNames[row.kind]),
      text(texts.values, 50, (row) => row.values),
      text(texts.rule, 50, (row) => row.rule),
      text(texts.basis, 16, (row) => row.basis),
    ],
    rows: findings,
  };
  return {
    name: `${year}年${texts.planCheck}_${city.pack.name}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}
