import { type Actor, actorFrom, actorOf, type City, findAccountByLogin } from '#access';
import {
  assignDays,
  owingSubjects,
  proposedDays,
  reportingRulesOf,
  subjectHolders,
} from '#engines/indicators';
import { type IndexedProject, type ProjectId, projectIndex } from '#engines/registry';
import { newId } from '#kernel/id';
import { type Month, monthNumber } from '#kernel/month';
import { addDays, monthOf } from '#kernel/plain-date';
import type { DemonstrationReport, DemonstrationYear } from '#pack';
import { saveDrafts, submitRows } from '../../features/reporting/acts/fill-rows.ts';
import { readRows } from '../../features/reporting/acts/read-rows.ts';
import { passRows, returnRows, verifyRows } from '../../features/reporting/acts/review-rows.ts';

type Facts = NonNullable<Parameters<typeof saveDrafts>[1]['rows'][number]['facts']>;

/** The month in which the demonstration is looked at: assigned, and at every step somebody has something to do. */
export async function fillRunningMonth(city: City, data: DemonstrationYear): Promise<void> {
  const month = monthOf(data.asOf);
  const days = proposedDays(reportingRulesOf(city), month);
  const clerk = await seat(city, 'keyuan');
  await assignDays(as(city, clerk), month, {
    days: { ...days, opensOn: addDays(data.asOf, -5) },
    note: '演示：提前布置，可以填报',
  });
  const owing = (await owingSubjects(city, month)).map(({ subjectId }) => subjectId);
  const projects = await projectIndex(city, data.year, owing);
  const district = await seat(city, 'qutianbao');
  const reviewer = await seat(city, 'qushenhe');
  const holders = await subjectHolders(city, owing);
  const isHeldBy = ({ projectId }: IndexedProject, by: Actor) =>
    (holders.get(projectId) ?? []).some((holder) => by.holders.includes(holder));
  const isOwn = (one: IndexedProject) => isHeldBy(one, district);
  // The unit's own people find theirs untouched.
  const unit = await seat(city, 'xiangmu');
  const own = projects.filter(isOwn).filter((one) => !isHeldBy(one, unit));
  await fillOwnDistrict(city, { month, data, own, district, reviewer });
  const others = projects.filter((one) => !isOwn(one) && one.districts.length > 0);
  for (const ofDistrict of Map.groupBy(others, ({ districts }) => districts[0]?.orgId).values())
    await fillOtherDistrict(city, { month, data, own: ofDistrict });
  await verifyFirst(as(city, clerk), month);
}

type Own = {
  readonly month: Month;
  readonly data: DemonstrationYear;
  readonly own: readonly IndexedProject[];
};

/** Two rows wait for the district's reviewer, one was passed, one returned, one is a draft; the rest is untouched. */
async function fillOwnDistrict(
  city: City,
  { month, data, own, district, reviewer }: Own & { readonly district: Actor; readonly reviewer: Actor },
): Promise<void> {
  const filler = as(city, district);
  const facts = own.map((project) => nextFacts(project, month, data));
  const [first, second, third, fourth] = own;
  for (const [at, project] of [first, second, third, fourth].entries()) {
    if (project) await submit(filler, month, project, facts[at] ?? {});
  }
  if (third) await passRows(as(city, reviewer), { month, rows: [await keyOf(city, month, third)] });
  if (fourth) {
    const reason = '本月完成投资与形象进度不符，请核实后重报';
    await returnRows(as(city, reviewer), {
      month,
      rows: [{ ...(await keyOf(city, month, fourth)), reason }],
    });
  }
  const fifth = own[4];
  const typed = facts[4];
  if (fifth && typed) await draft(filler, month, fifth, { ...typed, cumFen: typed.monthFen });
}

/** Every third project reported, the one after it begun. */
async function fillOtherDistrict(city: City, { month, data, own }: Own): Promise<void> {
  for (const [at, project] of own.entries()) {
    const [orgId] = project.districts.map((one): string => one.orgId);
    const last = lastReport(project, data);
    if (!orgId || !last || at % 3 === 2) continue;
    const name = last.reporter ?? '区市县填报员（演示）';
    const actor = actorFrom({
      ...{ accountId: newId<'account'>(), name },
      grants: [{ role: 'district-filler', orgId, below: [orgId] }],
    });
    const facts = nextFacts(project, month, data);
    if (at % 3 === 0) await submit(as(city, actor), month, project, facts);
    else await draft(as(city, actor), month, project, facts);
  }
}

/** Some of what has come to the city is verified already. */
async function verifyFirst(city: City, month: Month): Promise<void> {
  const { rows } = await readRows(city, { month, mine: true });
  const some = rows.slice(0, Math.ceil(rows.length / 3));
  if (some.length === 0) return;
  await verifyRows(city, {
    month,
    rows: some.map(({ projectId, version }) => ({ projectId, expectedVersion: version })),
  });
}

async function submit(city: City, month: Month, project: IndexedProject, facts: Facts): Promise<void> {
  const row = { ...(await keyOf(city, month, project)), facts, confirmed: true, note: '已与项目单位核对' };
  await submitRows(city, { month, rows: [row] });
}

async function draft(city: City, month: Month, project: IndexedProject, facts: Facts): Promise<void> {
  await saveDrafts(city, { month, rows: [{ ...(await keyOf(city, month, project)), facts }] });
}

async function keyOf(city: City, month: Month, { projectId }: { projectId: ProjectId }) {
  const [row] = (await readRows(city, { month, projectId })).rows;
  return { projectId, expectedVersion: row?.version ?? 0 };
}

/** What the plan foresaw, on top of what was last reported. */
function nextFacts(project: IndexedProject, month: Month, data: DemonstrationYear): Facts {
  const last = lastReport(project, data);
  const planned = data.projects.find(({ name }) => name === project.name)?.monthPlanFen;
  const isStarted = last?.started ?? false;
  const monthFen = isStarted ? (planned?.[monthNumber(month) - 1] ?? 0n) : 0n;
  return {
    ...{ monthFen: String(monthFen), cumFen: String((last?.cumFen ?? 0n) + monthFen) },
    ...{ started: isStarted, actualStart: last?.actualStart ?? null, entered: last?.entered ?? false },
    ...{
      enteredOn: last?.enteredOn ?? null,
      progressText: last?.progress ?? null,
      problem: last?.problem ?? null,
    },
  };
}

function lastReport(
  project: IndexedProject,
  { reports }: DemonstrationYear,
): DemonstrationReport | undefined {
  return reports.findLast(({ name, cumFen }) => name === project.name && cumFen !== null);
}

async function seat(city: City, login: string): Promise<Actor> {
  const account = await findAccountByLogin(city.tx, login);
  if (!account) throw new Error(`The demonstration has no account ${login}`);
  return actorOf(city.tx, account.accountId, city.today);
}

function as(city: City, actor: Actor): City {
  return { ...city, actor };
}
