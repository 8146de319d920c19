import { type City, ensureMay } from '#access';
import { getProject, type ProjectId, type ProjectView } from '#engines/registry';
import { accountNames, type PackWords, packWords } from './city-words.ts';
import { mayDo } from './project-target.ts';

export async function readProject(city: City, id: ProjectId) {
  ensureMay(city, 'project.view', {});
  return await projectPage(city, await getProject(city, id));
}

/** The card as the reader may see it, every id with its name. */
export async function projectPage(city: City, view: ProjectView) {
  const words = packWords(city);
  const names = await accountNames(
    city,
    view.stages.map((step) => step.actorId),
  );
  const { card, detail, stage, stageName, stageSince, closed } = view;
  return {
    ...basics(view),
    may: {
      edit: mayDo(city, 'project.edit', view),
      changeStage: mayDo(city, 'project.change-stage', view),
      link: mayDo(city, 'project.link', view),
      recordStatistics: mayDo(city, 'project.record-statistics', view),
      revealPhone: mayDo(city, 'project.reveal-phone', view),
    },
    name: card.name,
    industry: card.industry,
    nature: card.nature,
    form: card.form ? { id: card.form, name: words.form(card.form) } : null,
    sponsorOrgId: card.sponsorOrgId,
    codes: view.codes.map(({ code, fromOn, toOn, reason, endedReason }) => ({
      ...{ code, fromOn, toOn, reason, endedReason },
    })),
    districts: view.districts.map(({ orgId, name }) => ({ orgId, name })),
    stage: { id: stage, name: stageName, since: stageSince, closed },
    batches: view.batches.map(({ set, name }) => ({ set, name })),
    stages: view.stages.map((step) => stageStep(step, words, names)),
    detail: detail && { ...detail, totalFen: fen(detail.totalFen) },
    entries: view.entries.map(({ year, category, plannedStart, totalFen, planYearFen, doneBeforeFen }) => ({
      ...{ year, category, plannedStart },
      totalFen: fen(totalFen),
      planYearFen: fen(planYearFen),
      doneBeforeFen: fen(doneBeforeFen),
    })),
    memberships: view.memberships.map(
      ({ listId, year, fromOn, toOn, basis, verdict, reason, approver, removedReason }) => ({
        list: { id: listId, name: words.list(listId) },
        ...{ year, fromOn, toOn, basis, verdict, reason, approver, removedReason },
      }),
    ),
    holders: view.holders.map(({ kind, kindName, name, orgId, personId, phone, fromOn }) => ({
      ...{ kind, kindName, name, orgId, personId, phone, fromOn },
    })),
    links: view.links.map(({ kind, projectId, otherId, otherNumber, otherName, reason }) => ({
      ...{ kind, otherNumber, otherName, reason },
      outgoing: projectId === view.projectId,
      otherId: projectId === view.projectId ? otherId : projectId,
    })),
  };
}

function basics(view: ProjectView) {
  const { projectId, number, version, withinScope, code, mergedInto, apart, withdrawn } = view;
  return { projectId, number, version, withinScope, code, mergedInto, apart, withdrawn };
}

function stageStep(step: ProjectView['stages'][number], words: PackWords, names: (id: string) => string) {
  const { from, to, onDay, basis, reason, actorId, recordedAt } = step;
  return {
    from: from && words.stage(from),
    to: words.stage(to),
    onDay,
    basis,
    evidence: step.evidence.map((one) => shownEvidence(one, words)),
    reason,
    by: names(actorId),
    recordedAt,
  };
}

/** Kept as it was given; what is not a text there is not shown. */
function shownEvidence(given: unknown, words: PackWords) {
  const one = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    name: words.evidence(text(one['kind']) ?? '佐证'),
    on: text(one['on']),
    reference: text(one['reference']),
    note: text(one['note']),
  };
}

function fen(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
