import { type City, ensureMay, ensureNotSecret, type Target } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import type { Id } from '#kernel/id';
import { yearOf } from '#kernel/plain-date';
import { refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { checkStart as checkRoute, showStartProof as proofRoute } from '../contract.ts';
import { startRule } from './list-starts.ts';
import { reportedIn, rowMaker, stateFor } from './starts-of-year.ts';

type View = registry.ProjectView;

/** The project, if the caller may do so to it. */
async function projectFor(city: City, action: string, id: registry.ProjectId) {
  const view = await registry.getProject(city, id);
  const target = await targetOf(city, view);
  ensureMay(city, action, target);
  return { view, target };
}

/** Districts look at what lies in them; whoever answers for the project or sponsors it may show proofs. */
async function targetOf(city: City, view: View): Promise<Target> {
  const districts = view.districts.map((one) => one.orgId);
  const answering = view.holders.flatMap((holder) => [holder.orgId, holder.personId]);
  const organisations = new Map(
    (await registry.listOrganisations(city)).map((one) => [one.orgId as string, one]),
  );
  return {
    holders: [...districts, ...answering, view.card.sponsorOrgId],
    state: stateFor(districts, organisations),
  };
}

export async function projectStart(city: City, id: registry.ProjectId) {
  const { view, target } = await projectFor(city, 'start.view-project', id);
  const section = sectionOf(city.pack, registry.stagesSection);
  const year = yearShown(city, view);
  const reported = await reportedIn(city, year);
  const { line, checks, evidence } = await registry.startOf(city, id, { year, reported });
  const row = await rowMaker(city);
  const proofs = registry.startProofs(section);
  return {
    row: row(line ?? refuse('project.not_found'), target.holders),
    ...startRule(city),
    grounds: section.startCheck.grounds.map((one) => ({ ...one })),
    proofs,
    checks: checks.map(({ ground, fileId, recordedBy: by, recordedAt: at, ...one }) => ({
      ...{ outcome: one.outcome, seenOn: one.seenOn, seenBy: one.seenBy, note: one.note, by, at },
      ground: registry.groundName(section.startCheck, ground),
      fileId: fileId as Id<'file'> | null,
    })),
    evidence: evidence.map(({ kind, reference, on, note, fileId, recordedBy: by, recordedAt: at }) => ({
      ...{ name: section.evidence.find((one) => one.id === kind)?.name ?? kind },
      ...{ reference, on, note, by, at, fileId: fileId as Id<'file'> | null },
    })),
  };
}

/** The latest year it was on a list, not after this one. */
function yearShown({ today }: City, view: View): number {
  const now = yearOf(today);
  return Math.max(...view.entries.map((one) => one.year).filter((one) => one <= now), 0) || now;
}

export async function checkStart(city: City, input: InputOf<typeof checkRoute>): Promise<void> {
  const { id, outcome, seenOn, seenBy, ground = null, note = null, fileId = null } = input;
  await projectFor(city, 'start.check', id);
  ensureNotSecret({ text: [seenBy, note].filter(Boolean).join('\n') });
  await registry.recordStartCheck(city, {
    ...{ projectId: id, outcome, seenOn, seenBy: seenBy.trim(), ground, fileId },
    note: note?.trim() || null,
  });
}

export async function showStartProof(city: City, input: InputOf<typeof proofRoute>): Promise<void> {
  const { id, kind, reference, on = null, note = null, fileId = null } = input;
  await projectFor(city, 'start.show-proof', id);
  ensureNotSecret({ text: [reference, note].filter(Boolean).join('\n') });
  await registry.recordStartEvidence(city, {
    ...{ projectId: id, kind, reference, on, fileId },
    note: note?.trim() || null,
  });
}
