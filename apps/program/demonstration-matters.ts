import { type Actor, actorOf, type City, ensureNotSecret, findAccountByLogin, listGrants } from '#access';
import {
  actOnMatter,
  decideRequest,
  type GivenFile,
  getMatter,
  type HeldMatter,
  keepFiles,
  leaderRequests,
  listMatters,
  matterKind,
  openMatter,
  pauseClock,
  remark,
  type Seat,
  splitMatter,
  sweepMatters,
} from '#engines/matters';
import { findOrganisation, type ProjectId, projectIndex } from '#engines/registry';
import { putFile } from '#files';
import { newId } from '#kernel/id';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { type DemonstrationYear, sectionOf } from '#pack';
import { projectFacts } from '../../features/matters/acts/project-facts.ts';
import { tellMove } from '../../features/matters/acts/tell-move.ts';
import {
  type DemonstrationMatter,
  type DemonstrationStep,
  demonstrationMattersSection,
} from '../../features/matters/demonstration-section.ts';

/** Who is behind a seat where it is an office of the city. */
const logins: Readonly<Partial<Record<Seat, string>>> = {
  coordinator: 'keyuan',
  'government-office': 'zhengfuban',
  'supervision-office': 'dukaoban',
};

type Deed = { readonly at: string; readonly act: (city: City) => Promise<void> };

/**
 * The matters of the demonstration year: everything that was done to them in its order of time, with the ladder swept
 * every morning in between, so that what is late has climbed as it would have.
 */
export async function fillMatters(city: City, { year, asOf }: DemonstrationYear): Promise<void> {
  const matters = sectionOf(city.pack, demonstrationMattersSection);
  if (matters.length === 0) return;
  const projects = new Map((await projectIndex(city, year)).map((one) => [one.name, one.projectId]));
  const deeds = [...matters.flatMap((matter) => deedsOf(matter, projects)), ...mornings(matters, asOf)];
  for (const { at, act } of deeds.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
    await act(onDay(city, at));
  await forwardFirst(onDay(city, `${asOf} 08:30`));
  await tellSeated(onDay(city, `${asOf} 08:40`));
}

function onDay(city: City, at: string): City {
  const [day, time] = at.split(' ') as [PlainDate, string];
  return { ...city, today: day, now: new Date(`${day}T${time}:00+08:00`) };
}

function mornings(matters: readonly DemonstrationMatter[], asOf: PlainDate): Deed[] {
  const [first = asOf] = matters.map(({ at }) => at.slice(0, 10) as PlainDate).sort();
  const days: Deed[] = [];
  for (let day = first; day <= asOf; day = addDays(day, 1))
    days.push({ at: `${day} 08:00`, act: async (city) => void (await sweepMatters(city, 500)) });
  return days;
}

function deedsOf(matter: DemonstrationMatter, projects: ReadonlyMap<string, ProjectId>): Deed[] {
  let held: HeldMatter | undefined;
  return [
    {
      at: matter.at,
      act: async (city) => {
        held = await opened(city, matter, projects);
      },
    },
    ...(matter.steps ?? []).map((step) => ({
      at: step.at,
      act: async (city: City) => {
        if (held) held = await stepped(city, held, step);
      },
    })),
  ];
}

async function opened(
  city: City,
  matter: DemonstrationMatter,
  projects: ReadonlyMap<string, ProjectId>,
): Promise<HeldMatter> {
  const { kind, title, enterprise, urgent, guarded } = matter;
  const projectId = matter.project === undefined ? undefined : projects.get(matter.project);
  if (matter.project !== undefined && !projectId)
    throw new Error(`no demonstration project ${matter.project}`);
  const project = projectId && (await projectFacts(city, projectId));
  const [lead, raiser] = [await orgOf(city, matter.lead), await orgOf(city, matter.raiser)];
  const seat = matter.by as Seat;
  const { given, files } = await filesGiven(city, kind, matter.given);
  const held = await openMatter(as(city, await actorAt(city, seat, { lead, raiser })), {
    ...{ kind, title, given, seat, projectId, enterprise, urgent, guarded, lead, raiser },
    support: await Promise.all((matter.support ?? []).map(async (name) => (await orgOf(city, name)) ?? '')),
    ...(project ? { districts: project.districts, facts: project.facts } : {}),
    ...{ source: matter.ticket ? 'hotline' : 'hand', sourceKey: matter.ticket },
  });
  await keepFiles(city, held.row.matterId, files);
  return held;
}

async function stepped(city: City, held: HeldMatter, step: DemonstrationStep): Promise<HeldMatter> {
  const { matterId, lead, raiser, kind } = held.row;
  const seat = step.by as Seat;
  const doer = as(city, await actorAt(city, seat, { lead: lead ?? undefined, raiser: raiser ?? undefined }));
  const at = { matterId, version: undefined, seat };
  if (step.pause) {
    const { clock, kind: pause, reason, days: plannedDays } = step.pause;
    return pauseClock(doer, { ...at, clock, pause, reason, approver: doer.actor.name, plannedDays });
  }
  if (step.remark) return remark(doer, { ...at, text: step.remark, inner: step.inner ?? false });
  if (step.parts) {
    await splitMatter(doer, at, await partsOf(city, held, step.parts, seat));
    return held;
  }
  const { given, files } = await filesGiven(city, kind, step.given ?? {});
  const to = await orgOf(city, step.to);
  const asked = { matterId, version: undefined, action: step.act ?? '', given, lead: to };
  const done = await actOnMatter(doer, { ...asked, seats: () => [seat] });
  await keepFiles(city, matterId, files);
  return done;
}

async function partsOf(
  city: City,
  { row, matter }: HeldMatter,
  parts: NonNullable<DemonstrationStep['parts']>,
  seat: Seat,
) {
  return Promise.all(
    parts.map(async ({ title, content, lead }) => ({
      ...{ kind: row.kind, title, seat, source: 'split', given: { ...matter.given, content } },
      ...{ projectId: row.projectId ?? undefined, raiser: row.raiser ?? undefined },
      ...{ lead: await orgOf(city, lead), districts: row.districts },
    })),
  );
}

/** The first request goes to the leader; the others wait for the government office. */
async function forwardFirst(city: City): Promise<void> {
  const [first] = await leaderRequests(city, { state: 'drafted' });
  if (!first) return;
  const office = as(city, await actorAt(city, 'government-office', {}));
  await decideRequest(office, { ...first, forward: true, note: '请领导研究决定（演示）' });
}

/** Whoever has an account finds in the inbox what waits for its unit; grants begin on the day of the demonstration. */
async function tellSeated(city: City): Promise<void> {
  const seated = (await listGrants(city.tx, city.today)).flatMap(({ orgId }) => orgId ?? []);
  if (seated.length === 0) return;
  const { rows } = await listMatters(city, { open: true, lead: seated }, { limit: 100, offset: 0 });
  for (const { matterId } of rows) await tellMove(city, undefined, await getMatter(city, matterId));
}

async function filesGiven(city: City, kind: string, asked: DemonstrationMatter['given']) {
  const given: Record<string, unknown> = { ...asked };
  const files: GivenFile[] = [];
  for (const [field, value] of Object.entries(asked)) {
    const declared = matterKind(kind).fields[field];
    if (declared?.kind !== 'files') continue;
    const kept = await putFile(city, { name: `${value}（演示）.png`, content: greyDot, ensureNotSecret });
    given[field] = [kept.fileId];
    files.push({ fileId: kept.fileId, name: kept.name, field, inner: declared.inner === true });
  }
  return { given, files };
}

async function orgOf(city: City, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const found = await findOrganisation(city, name);
  if (!found) throw new Error(`no organisation ${name} in the demonstration`);
  return found.orgId;
}

type Holders = { readonly lead?: string | undefined; readonly raiser?: string | undefined };

/** The demonstration's account of an office; of a unit somebody who has no account. */
async function actorAt(city: City, seat: Seat, { lead, raiser }: Holders): Promise<Actor> {
  const login = logins[seat];
  const account = login && (await findAccountByLogin(city.tx, login));
  if (account) return actorOf(city.tx, account.accountId, city.today);
  const orgId = seat === 'lead' ? lead : raiser;
  const name = seat === 'lead' ? '承办人（演示）' : '提出人（演示）';
  const held = orgId ? [{ role: 'department' as const, orgId, holders: [orgId] }] : [];
  const holders = orgId ? [orgId] : [];
  return { accountId: newId<'account'>(), name, roles: held, orgIds: holders, reach: 'holders', holders };
}

function as(city: City, actor: Actor): City {
  return { ...city, actor };
}

/** Stands for every photograph. */
const greyDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
