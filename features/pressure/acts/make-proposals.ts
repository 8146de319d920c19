import { audit, type City, ensureMay } from '#access';
import { canonicalHash, canonicalJson, type Plain } from '#documents';
import { type IndexedProject, listOrganisations, projectIndex } from '#engines/registry';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { defineTellingKinds, tell } from '#telling';
import type { ProposalInputs, Subject } from '../domain/figures.ts';
import { mostPeriods, rowOf } from '../domain/make-inputs.ts';
import type { PressureRow } from '../domain/table.ts';
import { pressureSection } from '../pressure-section.ts';
import { lockOn } from '../store/decision.ts';
import { addProposals, type ProposalId } from '../store/proposal.ts';
import { words } from '../texts.ts';
import { type LockedMonth, lockedMonths } from './locked-months.ts';
import '../refusals.ts';

defineTellingKinds({ 'pressure.proposed': '提醒督办建议' });

/** What the tables propose for the last locked month, or for that as of a month, kept once. Nothing is issued by it. */
export async function makeProposals(
  city: City,
  until?: Month,
): Promise<{ month: Month; made: number; total: number }> {
  ensureMay(city, 'pressure.propose', {});
  const { month, proposals } = (await proposalsNow(city, until)) ?? refuse('pressure.nothing_locked');
  await lockOn(city.tx, month);
  const rows = proposals.map((one) => {
    const canonical = canonicalJson(one as unknown as Plain);
    const { subject } = one;
    return {
      ...{ proposalId: newId<'pressure-proposal'>() as ProposalId, month, document: takenRow(one).document },
      ...{ subjectKind: subject.kind, subjectId: subject.id, inputs: canonical },
      ...{ hash: canonicalHash(canonical), madeBy: city.actor.name },
    };
  });
  const made = await addProposals(city.tx, rows, city.now);
  if (made > 0) {
    await audit(city, {
      ...{ action: 'pressure.propose', object: 'month', objectId: month },
      details: { month, made, total: rows.length },
    });
    await tell(city, {
      key: `pressure ${month} ${made}`,
      to: [{ role: 'coordinator-clerk' }, { role: 'coordinator-section-head' }],
      ...{ kind: 'pressure.proposed', urgency: 'normal' },
      title: `${month}${words.proposals}${made}条待决定`,
      text: `按${month}锁定的数据，项目表和单位表提出${rows.length}条建议，新增${made}条。发与不发由人决定。`,
      about: { object: 'pressure', objectId: month, path: '/pressure' },
    });
  }
  return { month, made, total: rows.length };
}

type Now = { readonly month: Month; readonly proposals: readonly ProposalInputs[] };

/** Worked out from what is locked and from the pack in force; `until`: as of that month. */
export async function proposalsNow(city: City, until?: Month): Promise<Now | undefined> {
  const tables = sectionOf(city.pack, pressureSection);
  const most = Math.max(1, mostPeriods([...tables.projects, ...tables.units]));
  const months = await lockedMonths(city, most, until);
  const [latest] = months;
  if (!latest) return undefined;
  const { newYear } = tables;
  const world = { ...(await subjectsOf(city)), months, newYear, month: latest.month };
  return {
    month: latest.month,
    proposals: [...ofProjects(world, tables.projects), ...ofUnits(world, tables.units)],
  };
}

/** The row that was taken, among those kept with it. */
export function takenRow({ rows, row }: Pick<ProposalInputs, 'rows' | 'row'>): PressureRow {
  return rows.find(({ id }) => id === row) ?? refuse('pressure.copy_altered');
}

async function subjectsOf(city: City) {
  const organisations = await listOrganisations(city, { asOf: city.today });
  const names = new Map(organisations.map(({ orgId, name }) => [orgId as string, name]));
  return { projects: await projectIndex(city), names };
}

type World = Awaited<ReturnType<typeof subjectsOf>> & {
  readonly months: readonly LockedMonth[];
  readonly newYear: ProposalInputs['newYear'];
  readonly month: Month;
};

function ofProjects(world: World, rows: readonly PressureRow[]): ProposalInputs[] {
  return world.projects.flatMap((project) => {
    const { projectId: id, name, number, districts } = project;
    const months = world.months.map(({ projects }) => projects.get(id));
    const subject = { kind: 'project' as const, id, name, number };
    const inputs = taken(world, 'projects', rows, { subject, months: untilGap(months) });
    if (!inputs) return [];
    const recipient = recipientOf(world, project, inputs.to);
    // A project that no office of ours answers for gets no letter; it stands in the list of duties not yet named.
    return recipient ? [{ ...inputs.made, recipient, district: districts[0]?.name ?? '' }] : [];
  });
}

function ofUnits(world: World, rows: readonly PressureRow[]): ProposalInputs[] {
  const [latest] = world.months;
  return [...(latest?.units.keys() ?? [])].toSorted().flatMap((id) => {
    const name = world.names.get(id);
    if (name === undefined) return [];
    const months = untilGap(world.months.map(({ units }) => units.get(id)));
    const inputs = taken(world, 'units', rows, { subject: { kind: 'unit', id, name }, months });
    return inputs ? [{ ...inputs.made, recipient: { id, name, instead: false }, district: name }] : [];
  });
}

function taken(
  { newYear, month }: World,
  table: ProposalInputs['table'],
  rows: readonly PressureRow[],
  { subject, months }: { readonly subject: Subject; readonly months: ProposalInputs['months'] },
) {
  if (months.length === 0) return undefined;
  const proposed = rowOf({ rows, months, newYear });
  if (!proposed) return undefined;
  const { id: row, to } = proposed.row;
  return { to, made: { schema: 1 as const, month, newYear, table, rows, row, subject, months } };
}

function untilGap<T>(months: readonly (T | undefined)[]): T[] {
  const end = months.indexOf(undefined);
  return (end === -1 ? months : months.slice(0, end)) as T[];
}

function recipientOf({ names }: World, project: IndexedProject, to: PressureRow['to']) {
  const district = project.districts[0]?.orgId;
  const wanted = { district, unit: project.sponsorOrgId, department: project.departments[0] }[to];
  const id = wanted ?? district;
  const name = id ? names.get(id) : undefined;
  return id && name !== undefined ? { id, name, instead: !wanted } : undefined;
}
