import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import type { IndexedProject } from '#engines/registry';
import { projectIndex } from '#engines/registry';
import type { InputOf } from '#http';
import { monthOf } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import type { proposePlans as route } from '../contract.ts';
import { ensureTakesProposals } from '../domain/window-state.ts';
import { addProposals, readProposals } from '../store/plan-proposal.ts';
import { lockWindows } from '../store/plan-window.ts';
import { getWindow } from './read-window.ts';
import { yearProjects } from './year-projects.ts';

type Given = InputOf<typeof route>['proposals'][number];

/** Many projects at once; one that cannot be taken keeps all from being taken. */
export async function proposePlans(city: City, { id, proposals }: InputOf<typeof route>) {
  const index = new Map((await projectIndex(city)).map((one) => [one.projectId as string, one]));
  for (const { projectId } of proposals) {
    ensureMay(city, 'plan-window.propose', { holders: holdersOf(index.get(projectId)) });
  }
  await lockWindows(city.tx);
  const window = await getWindow(city, id);
  ensureTakesProposals(window, city.today);
  const { year } = window;
  const ids = new Set(proposals.map(({ projectId }) => projectId));
  ensure(ids.size === proposals.length, 'plan_window.twice');
  const counting = new Set((await yearProjects(city, year, monthOf(city.today))).counting.map(idOf));
  ensure(
    proposals.every(({ projectId }) => counting.has(projectId)),
    'plan_window.not_in_year',
    { year },
  );
  const nameOf = (projectId: string) => index.get(projectId)?.name ?? '';
  for (const one of proposals) if (!one.withdrawn) ensureComplete(one, nameOf(one.projectId));
  ensureNotSecret({ text: proposals.map(({ reason }) => reason).join('\n') });
  const known = new Map((await readProposals(city.tx, id)).map((one) => [one.subjectId, one.number]));
  const stale = proposals.filter((one) => (known.get(one.projectId) ?? 0) !== one.expectedNumber);
  if (stale.length > 0)
    refuse('plan_window.proposal_stale', { names: stale.map((one) => nameOf(one.projectId)).join('、') });
  const rows = proposals.map((one) => ({
    subjectId: one.projectId,
    number: one.expectedNumber + 1,
    planNumber: one.planNumber,
    monthsFen: one.monthsFen.map((fen) => (fen === null ? null : BigInt(fen))),
    reason: one.reason.trim(),
    withdrawn: one.withdrawn ?? false,
    by: city.actor.name,
  }));
  await addProposals(city.tx, id, rows);
  await audit(city, {
    action: 'plan-window.propose',
    object: 'plan-window',
    objectId: id,
    details: {
      year,
      projects: rows.map(({ subjectId, number, withdrawn }) => ({ subjectId, number, withdrawn })),
    },
  });
  return { saved: rows.length };
}

function ensureComplete({ monthsFen, reason }: Given, name: string): void {
  ensure(reason.trim(), 'plan_window.reason_missing', { name });
  ensure(
    monthsFen.some((fen) => fen !== null),
    'plan_window.months_missing',
    { name },
  );
  const negative = monthsFen.flatMap((fen, at) => (fen?.startsWith('-') ? [`${at + 1}月`] : []));
  ensure(negative.length === 0, 'plan_window.month_negative', { months: `“${name}”${negative.join('、')}` });
}

function holdersOf(project: IndexedProject | undefined): string[] {
  return project ? [...project.districts.map(({ orgId }) => orgId), ...project.departments] : [];
}

const idOf = ({ projectId }: IndexedProject): string => projectId;
