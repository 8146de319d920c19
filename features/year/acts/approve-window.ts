import { audit, type City, ensureDifferentPerson, ensureMay, ensureNotSecret } from '#access';
import { applyPlanImport, planVersionsIn } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type { approveWindow as route } from '../contract.ts';
import { ensureStanding } from '../domain/window-state.ts';
import { type Proposal, readProposals } from '../store/plan-proposal.ts';
import { endWindow, lockWindows, type PaperRef } from '../store/plan-window.ts';
import { paperOf } from './open-window.ts';
import { getWindow, periodFrom, totalOf } from './read-window.ts';

/** All together, in one transaction: every plan holds from the same month on, and cites the same document. */
export async function approveWindow(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'plan-window.approve', {});
  const { id } = input;
  const approver = input.approver.trim();
  const document = paperOf(input);
  ensureNotSecret({ text: `${document.number}\n${document.title}\n${approver}` });
  ensureDifferentPerson(city.actor.name, approver);
  await lockWindows(city.tx);
  const window = await getWindow(city, id);
  ensureStanding(window);
  const { year } = window;
  const proposals = (await readProposals(city.tx, id)).filter(({ withdrawn }) => !withdrawn);
  ensure(proposals.length > 0, 'plan_window.nothing_proposed');
  const [now, seen] = [proposals.length, input.proposals];
  ensure(now === seen, 'plan_window.changed_since', { now, seen });
  await ensureUnchanged(city, year, proposals);
  const effectiveFrom = await periodFrom(city, year);
  let unchanged = 0;
  for (const [reason, group] of Map.groupBy(proposals, (one) => one.reason)) {
    const result = await applyPlanImport(city, {
      importId: null,
      source: sourceOf(document),
      reason: `中期调整：${reason}`,
      approver,
      fromMonth: effectiveFrom,
      plans: group.map(({ subjectId, monthsFen }) => ({
        ...{ subjectId, year, monthsFen, totalFen: totalOf(monthsFen) },
      })),
    });
    unchanged += result.unchanged;
  }
  const plans = proposals.length - unchanged;
  await endWindow(city.tx, id, {
    ...{ outcome: 'approved', document, approver, reason: null, effectiveFrom, plans, by: city.actor.name },
  });
  await audit(city, {
    action: 'plan-window.approve',
    object: 'plan-window',
    objectId: id,
    details: { year, effectiveFrom, document, approver, plans, unchanged },
  });
  return { plans, unchanged, effectiveFrom };
}

/** A plan changed otherwise since it was proposed anew is proposed again, not overwritten. */
async function ensureUnchanged(city: City, year: number, proposals: readonly Proposal[]): Promise<void> {
  const ids = proposals.map(({ subjectId }) => subjectId);
  const versions = await planVersionsIn(city, year, ids);
  const changed = proposals.filter(
    ({ subjectId, planNumber }) => (versions.get(subjectId)?.at(-1)?.number ?? 0) !== planNumber,
  );
  if (changed.length === 0) return;
  const names = new Map((await projectIndex(city)).map((one) => [one.projectId as string, one.name]));
  ensure(false, 'plan_window.plans_changed', {
    names: changed.map(({ subjectId }) => names.get(subjectId) ?? subjectId).join('、'),
  });
}

function sourceOf({ number, title, day }: PaperRef): string {
  return `《${title}》（${number}，${day}）`;
}
