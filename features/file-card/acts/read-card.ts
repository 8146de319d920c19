import { type City, ensureMay } from '#access';
import {
  currentLights,
  dutiesOf,
  evaluationOf,
  notesOf,
  planToMonth,
  planVersionsOf,
  reportsOf,
  why,
} from '#engines/indicators';
import { getProject, listsSection, type ProjectId, type ProjectView, stagesSection } from '#engines/registry';
import { noteWord } from '#features/light-notes';
import { lightNames } from '#kernel/light';
import { type Month, monthOfYear, yearOfMonth } from '#kernel/month';
import { yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { type CardMaterial, makeCard } from '../domain/make-card.ts';
import { texts } from '../texts.ts';

/** The card as the reader may see it. */
export async function readCard(city: City, id: ProjectId) {
  ensureMay(city, 'file-card.view', {});
  const view = await getProject(city, id);
  return makeCard(await materialOf(city, view), texts);
}

async function materialOf(city: City, view: ProjectView): Promise<CardMaterial> {
  const { projectId, detail, withinScope } = view;
  const [published] = await currentLights(city, [projectId]);
  const lit = published?.overall ? { ...published, overall: published.overall } : undefined;
  const year = lit ? yearOfMonth(lit.month) : yearOf(city.today);
  const evaluation = lit && (await evaluationOf(city, lit.evaluationId));
  const entry = view.entries.find((one) => one.year === year);
  const amount = (text: string | null | undefined) => (text ? BigInt(text) : null);
  return {
    ...{ projectId, number: view.number, name: view.card.name, withinScope, year },
    ...{ today: city.today, reader: city.actor.name, stage: view.stageName },
    districts: view.districts.map(({ name }) => name),
    lists: listsOf(city, view, year),
    light: lit
      ? {
          ...{ overall: lit.overall, month: lit.month, asOf: lit.asOf },
          why: evaluation && decidingSentence(await why(city, evaluation), lightNames[lit.overall]),
          notes: await notesAt(city, projectId, lit.month),
        }
      : null,
    apart: lit ? null : await whyNoLight(city, view),
    money: withinScope
      ? {
          totalFen: amount(entry?.totalFen ?? detail?.totalFen),
          planYearFen: amount(entry?.planYearFen),
          doneFen: amount(evaluation?.inputs.actualToMonthFen),
          planToMonthFen: amount(evaluation?.inputs.planToMonthFen),
        }
      : null,
    content: detail?.content ?? null,
    period: [detail?.periodStart, detail?.periodEnd].filter(Boolean).join('至') || null,
    company: detail?.company ?? null,
    stages: stagesOf(city, view),
    ...(await figuresOf(city, projectId, year, lit?.month)),
    people: view.holders.map(({ kindName, name, phone }) => ({ kind: kindName, name, phone })),
  };
}

function listsOf({ pack }: City, { memberships }: ProjectView, year: number): string[] {
  const on = new Set(
    memberships.filter((one) => one.year === year && one.toOn === null).map((one) => one.listId),
  );
  return sectionOf(pack, listsSection)
    .lists.filter(({ id }) => on.has(id))
    .map(({ shortName }) => shortName);
}

/** The sentence of the first dimension that gave the whole its light. */
function decidingSentence(sentences: readonly string[], word: string): string {
  return sentences.find((one) => new RegExp(`${word}灯(。|（|，)`).test(one)) ?? sentences[0] ?? '';
}

async function notesAt(city: City, projectId: ProjectId, month: Month): Promise<string[]> {
  const latest = Map.groupBy(
    (await notesOf(city, projectId)).filter((note) => note.month === month),
    ({ kind }) => kind,
  );
  return [...latest.values()].flatMap(([note]) =>
    note && note.value !== null ? [`${noteWord(note)}：${note.reason}（${note.signedBy}）`] : [],
  );
}

async function whyNoLight(city: City, { projectId, closed, stageName }: ProjectView): Promise<string> {
  const duty = (await dutiesOf(city, projectId)).at(-1);
  if (duty && !duty.owes && duty.reason) return `不报月报，不亮灯：${duty.reason}`;
  return closed ? `不报月报，不亮灯：${stageName}` : '尚未评定亮灯';
}

function stagesOf({ pack }: City, { stages, stageName, stageSince }: ProjectView) {
  const last = { name: stageName, on: stageSince };
  const names = new Map(sectionOf(pack, stagesSection).stages.map(({ id, name }) => [id, name]));
  const reached = new Map(stages.map(({ to, onDay }) => [names.get(to) ?? to, onDay]));
  return reached.size > 0 ? [...reached].map(([name, on]) => ({ name, on })) : [last];
}

/** Plan and verified figures of the year, accumulated; what the report of the month says. */
async function figuresOf(city: City, id: ProjectId, year: number, month: Month | undefined) {
  const plan = (await planVersionsOf(city, id, year)).at(-1);
  const reports = (await reportsOf(city, id, year)).filter(
    ({ standing, supersededBy, withdrawn }) => standing === 'verified' && supersededBy === null && !withdrawn,
  );
  const months = Array.from({ length: 12 }, (_, at) => monthOfYear(year, at + 1));
  const cumOf = new Map(reports.map((one) => [one.month, one.cumFen]));
  const report = reports.find((one) => one.month === month);
  return {
    planFen: months.map((one) => (plan ? planToMonth(plan.monthsFen, one) : null)),
    actualFen: months.map((one) => (month && one <= month ? (cumOf.get(one) ?? null) : null)),
    problem: report?.problem ?? null,
    matter: report?.matter ?? null,
  };
}
