import { type City, ensureMay, may } from '#access';
import { monthLocks } from '#engines/indicators';
import { standingOf } from '#kernel/document-flow';
import type { Month } from '#kernel/month';
import { sectionOf } from '#pack';
import { conditionText } from '../domain/condition-text.ts';
import { isUnitMonth, type ProposalInputs } from '../domain/figures.ts';
import type { PressureRow } from '../domain/table.ts';
import { pressureSection } from '../pressure-section.ts';
import { standingDecisions } from '../store/decision.ts';
import { readLetters } from '../store/letter.ts';
import { type ProposalRow, proposalMonths, readProposals } from '../store/proposal.ts';
import { readSteps } from '../store/step.ts';
import { formNames, recipientNames, signerNames } from '../texts.ts';
import { takenRow } from './make-proposals.ts';
import { inputsOf } from './proposal-inputs.ts';

/** The proposals of a month with what was decided of each; by default of the latest month that has some. */
export async function viewProposals(city: City, asked: Month | undefined) {
  ensureMay(city, 'pressure.view', {});
  const months = await proposalMonths(city.tx);
  const month = asked ?? months[0] ?? null;
  const rows = month ? await readProposals(city.tx, month) : [];
  const ids = rows.map(({ proposalId }) => proposalId);
  const decisions = await standingDecisions(city.tx, ids);
  const letters = await readLetters(city.tx, { proposalIds: ids });
  const steps = await readSteps(
    city.tx,
    letters.map(({ letterId }) => letterId),
  );
  const lastLocked = (await monthLocks(city)).at(-1)?.month ?? null;
  return {
    ...{ month, months, lastLocked },
    /** The last locked month was not gone through yet. */
    isBehind: lastLocked !== null && lastLocked !== (months[0] ?? null),
    mayPropose: may(city.actor, 'pressure.propose', {}),
    mayDecide: may(city.actor, 'pressure.decide', {}),
    tables: tablesView(city),
    proposals: rows.map((row) => {
      const letter = letters.find(({ proposalId }) => proposalId === row.proposalId);
      const decided = decisions.get(row.proposalId);
      return {
        ...proposalView(row),
        decision: decided
          ? { decision: decided.decision, reason: decided.reason, by: decided.by, at: decided.at }
          : null,
        letter: letter
          ? { letterId: letter.letterId, state: standingOf(steps.get(letter.letterId) ?? []).state }
          : null,
      };
    }),
  };
}

export function proposalView(row: ProposalRow) {
  const inputs = inputsOf(row);
  const { subject, recipient, months, district } = inputs;
  const taken = takenRow(inputs);
  const { proposalId, month, document, hash, madeAt } = row;
  return {
    ...{ proposalId, month, document, hash, madeAt, district },
    subject: { ...subject, number: subject.kind === 'project' ? subject.number : null },
    recipient,
    rule: ruleView(taken),
    /** Of all months kept, those the rule counted. */
    months: months.map((one, at) => ({ ...monthView(one), counted: at < taken.periods })),
  };
}

function ruleView({ id, text, periods, document, to, workingDays, signs, basis, when }: PressureRow) {
  return {
    ...{ id, text, periods, document, workingDays, basis, signs },
    documentName: formNames[document],
    toName: recipientNames[to],
    signsName: signerNames[signs],
    when: conditionText(when),
  };
}

function tablesView(city: City) {
  const { newYear, newYearBasis, projects, units } = sectionOf(city.pack, pressureSection);
  return { newYear, newYearBasis, projects: projects.map(ruleView), units: units.map(ruleView) };
}

/** A month as a line: every field, null where it does not apply. */
export function monthView(month: ProposalInputs['months'][number]) {
  const { lockedOn, planFen, actualFen, completion } = month;
  const shared = { month: month.month, lockedOn, planFen, actualFen, completion };
  if (isUnitMonth(month)) {
    const { rank, ranked, fromLast, red, projects } = month;
    return { ...shared, light: null, evaluationId: null, rank, ranked, fromLast, red, projects };
  }
  const { light, evaluationId } = month;
  const none = { rank: null, ranked: null, fromLast: null, red: null, projects: null };
  return { ...shared, light, evaluationId, ...none };
}
