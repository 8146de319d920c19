import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { ensure } from '#kernel/refusal';
import { addDecision, lockOn, standingDecisions } from '../store/decision.ts';
import type { LetterId } from '../store/letter.ts';
import type { ProposalId } from '../store/proposal.ts';
import { words } from '../texts.ts';
import { cityName, keepLetter } from './compose-letter.ts';
import { takenRow } from './make-proposals.ts';
import { getProposal, inputsOf } from './proposal-inputs.ts';

type Deciding = {
  readonly id: ProposalId;
  readonly decision: 'issue' | 'none';
  readonly reason?: string | undefined;
};

/** The system proposes, a person decides: a letter is drafted from what was frozen, or none, with the reason. */
export async function decideProposal(
  city: City,
  { id, decision, reason }: Deciding,
): Promise<{ letterId: LetterId | null }> {
  ensureMay(city, 'pressure.decide', {});
  const why = reason?.trim() || null;
  ensure(decision === 'issue' || why, 'pressure.no_reason');
  if (why) ensureNotSecret({ text: why });
  await lockOn(city.tx, id);
  const proposal = await getProposal(city, id);
  const inputs = inputsOf(proposal);
  const standing = (await standingDecisions(city.tx, [id])).get(id);
  ensure(standing?.decision !== 'issue', 'pressure.decided', { by: standing?.by, letters: words.letters });
  await addDecision(city.tx, {
    ...{ proposalId: id, number: (standing?.number ?? 0) + 1, decision, reason: why },
    ...{ accountId: city.actor.accountId, by: city.actor.name, at: city.now },
  });
  await audit(city, {
    ...{ action: 'pressure.decide', object: 'pressure-proposal', objectId: id },
    details: { month: proposal.month, subject: inputs.subject.name, decision, reason: why },
  });
  if (decision === 'none') return { letterId: null };
  const { document: form, signs, workingDays, periods, text, basis } = takenRow(inputs);
  const { subject, recipient, months, district } = inputs;
  const letterId = await keepLetter(
    city,
    {
      ...{ schema: 1, form, city: cityName(city), subject, signs, workingDays, district },
      recipient: { id: recipient.id, name: recipient.name },
      month: months[0] ?? null,
      counted: months.slice(0, periods).map(({ month }) => month),
      ...{ rule: { text, basis }, proposal: proposal.hash },
    },
    { proposalId: id, projectId: subject.kind === 'project' ? subject.id : null },
  );
  return { letterId };
}
