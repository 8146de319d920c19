import { type City, ensureMay, may } from '#access';
import { type PlanVersion, planVersionsIn, shownMonth } from '#engines/indicators';
import { type Month, yearOfMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { Refusal, refuse } from '#kernel/refusal';
import { nextPeriod } from '../domain/next-period.ts';
import { windowState } from '../domain/window-state.ts';
import { type Proposal, readProposals } from '../store/plan-proposal.ts';
import { type PlanWindow, readWindows, type WindowId } from '../store/plan-window.ts';
import { placeOf, yearProjects } from './year-projects.ts';

export async function listWindows(city: City, { year }: { readonly year: number }) {
  ensureMay(city, 'plan-window.view', {});
  const windows = await readWindows(city.tx, { year });
  return { windows: windows.map(viewOf(city)), mayOpen: may(city.actor, 'plan-window.open', {}) };
}

function viewOf({ today }: City) {
  return (window: PlanWindow) => {
    const { end, ...rest } = window;
    if (!end) return { ...rest, state: windowState(window, today), end: null };
    const { outcome: _, ...ended } = end;
    return { ...rest, state: windowState(window, today), end: ended };
  };
}

export async function getWindow(city: City, windowId: string): Promise<PlanWindow> {
  const [window] = await readWindows(city.tx, { windowId });
  return window ?? refuse('plan_window.not_found');
}

/** Everything of a window that lies within the reader's scope. */
export async function readWindow(city: City, { id }: { readonly id: WindowId }) {
  ensureMay(city, 'plan-window.view', {});
  const window = await getWindow(city, id);
  const { counting } = await yearProjects(city, window.year, monthOf(city.today));
  const ids = counting.map(({ projectId }) => projectId);
  const plans = await planVersionsIn(city, window.year, ids);
  const proposals = new Map((await readProposals(city.tx, id)).map((one) => [one.subjectId, one]));
  const view = viewOf(city)(window);
  const holders = city.actor.holders;
  return {
    window: view,
    rows: counting.map((project) => {
      const { projectId, number, name, category } = project;
      const latest = plans.get(projectId)?.at(-1);
      const standing = latest?.kind === 'withdrawal' ? undefined : latest;
      const given = proposals.get(projectId);
      return {
        ...{ projectId, number, name, category, ...placeOf(project) },
        planNumber: latest?.number ?? 0,
        monthsFen: standing?.monthsFen ?? Array<null>(12).fill(null),
        totalFen: standing?.totalFen ?? null,
        proposal: given && !given.withdrawn ? proposalView(given) : null,
        proposalNumber: given?.number ?? 0,
      };
    }),
    effectiveFrom: window.end?.effectiveFrom ?? (await periodAhead(city, window.year)),
    mayPropose: view.state === 'open' && may(city.actor, 'plan-window.propose', { holders }),
    mayApprove: !window.end && may(city.actor, 'plan-window.approve', {}),
    mayCancel: !window.end && may(city.actor, 'plan-window.cancel', {}),
  };
}

function proposalView({ number, planNumber, monthsFen, reason, by, at }: Proposal) {
  return { number, planNumber, monthsFen, totalFen: totalOf(monthsFen), reason, by, at };
}

export function totalOf(monthsFen: PlanVersion['monthsFen']): bigint {
  return monthsFen.reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n);
}

/** From which month plans approved today would hold; refused where the year has none left. */
export async function periodFrom(city: City, year: number): Promise<Month> {
  const shown = (await shownMonth(city))?.month;
  return nextPeriod(city.today, year, shown && yearOfMonth(shown) === year ? shown : undefined);
}

async function periodAhead(city: City, year: number): Promise<Month | null> {
  try {
    return await periodFrom(city, year);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
