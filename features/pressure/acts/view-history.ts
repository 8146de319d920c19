import { type City, ensureMay } from '#access';
import { lightHistoryOf, type SubjectId } from '#engines/indicators';
import { getOrganisation, getProjectBrief, type OrgId, type ProjectId } from '#engines/registry';
import { standingDecisions } from '../store/decision.ts';
import { readProposalsOf } from '../store/proposal.ts';
import { listLetters } from './list-letters.ts';
import { lockedMonths } from './locked-months.ts';
import { proposalView } from './view-proposals.ts';

type Asked = { readonly kind: 'project' | 'unit'; readonly id: string };

/** What pressure was applied when, what came of it, and the light or rank of every month: facts, no judgement. */
export async function viewHistory(city: City, { kind, id }: Asked) {
  ensureMay(city, 'pressure.view', {});
  const rows = await readProposalsOf(city.tx, kind, id);
  const decisions = await standingDecisions(
    city.tx,
    rows.map(({ proposalId }) => proposalId),
  );
  const { letters } = await listLetters(city, kind === 'project' ? { projectId: id } : { orgId: id });
  return {
    kind,
    name:
      kind === 'project'
        ? (await getProjectBrief(city, id as ProjectId)).card.name
        : (await getOrganisation(city, id as OrgId)).name,
    months: kind === 'project' ? await lightsOfProject(city, id) : await ranksOfUnit(city, id),
    proposals: rows.map((row) => {
      const { proposalId, month, rule, document } = proposalView(row);
      const decided = decisions.get(proposalId);
      return {
        ...{ proposalId, month, document, rule: rule.text, documentName: rule.documentName },
        decision: decided ? { decision: decided.decision, reason: decided.reason, by: decided.by } : null,
      };
    }),
    letters,
  };
}

async function lightsOfProject(city: City, id: string) {
  const lights = await lightHistoryOf(city, id as SubjectId, city.today);
  return lights
    .toReversed()
    .map(({ month, overall }) => ({ month, light: overall, rank: null, ranked: null }));
}

async function ranksOfUnit(city: City, id: string) {
  const months = await lockedMonths(city, 12);
  return months.toReversed().flatMap(({ month, units }) => {
    const unit = units.get(id);
    return unit ? [{ month, light: null, rank: unit.rank, ranked: unit.ranked }] : [];
  });
}
