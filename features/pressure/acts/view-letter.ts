import { type City, holdsRole, may } from '#access';
import { facesHere, type OfficialDocument, substitutionWarning } from '#documents';
import { getMatter, instantOf, type MatterId, matterKind, openActions, seatsHeld } from '#engines/matters';
import { actStates, actsOfOthers, flowActs, type Step } from '#kernel/document-flow';
import { factsOf } from '#kernel/step-facts';
import { signers } from '../domain/form.ts';
import type { LetterAct } from '../domain/letter-act.ts';
import { valuesOf } from '../domain/values.ts';
import type { LetterId } from '../store/letter.ts';
import { factNames, formNames, signerNames } from '../texts.ts';
import { mayDraft } from './drafting-office.ts';
import { officeOf } from './first-wording.ts';
import { type OpenedLetter, openLetter } from './open-letter.ts';
import { documentOf, dueOnOf } from './print.ts';
import { mayIssue, maySign } from './take-step.ts';
import { monthView } from './view-proposals.ts';

/** A letter as it reads, where it stands, what came of it, and what this reader may do now. */
export async function viewLetter(city: City, id: LetterId) {
  const opened = await openLetter(city, id);
  const { letter, figures, wording, edition, steps, standing } = opened;
  const { form, signs, hash, composedAt, composedBy, projectId, proposalId, orgId } = letter;
  const faces = facesHere();
  const { state, documentNumber, issuedOn, waitingFor } = standing;
  return {
    ...{ letterId: id, form, state, documentNumber, issuedOn, hash, edition, wording, waitingFor },
    ...{ projectId, proposalId, orgId, composedAt, composedBy },
    formName: formNames[form],
    signsName: signerNames[signs],
    dueOn: await dueOnOf(city, opened),
    recipient: figures.recipient,
    subject: figures.subject,
    rule: figures.rule,
    month: figures.month ? monthView(figures.month) : null,
    values: [...valuesOf(figures, null)].map(([name, text]) => ({ name, text })),
    printed: printedView(await documentOf(city, opened)),
    steps: steps.map(stepView),
    acts: actsNow(city, opened),
    mayEdit: state === 'drafting' && may(city.actor, 'letter.edit', {}) && mayDraft(city, form),
    hasSealedCopy: standing.sealFileId !== null,
    interviewOffice: form === 'interview' ? officeOf(city, 'government-office') : null,
    fontWarning: faces ? (substitutionWarning(faces.substitutions) ?? null) : null,
    matter: await matterOfLetter(city, steps),
  };
}

function stepView({ number, act, by, at, opinion, details }: Step) {
  return { number, act, by, at, opinion, facts: factsOf(details, factNames) };
}

function printedView({ letter, mark, title, to, body, signature, copies }: OfficialDocument) {
  return {
    ...{ title, mark: mark ?? null, number: letter?.number ?? null, to: to ?? null, copies: copies ?? null },
    body: body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    signature: signature ?? { issuer: '', date: '' },
  };
}

/** What this reader may do at this point; the server asks again when it is done. */
function actsNow(city: City, { letter, standing, authors }: OpenedLetter): LetterAct[] {
  const { actor } = city;
  const wrote = authors.some(({ accountId }) => accountId === actor.accountId);
  const issuing: readonly LetterAct[] = ['number', 'seal', 'issue', 'archive'];
  return flowActs.filter((act): act is LetterAct => {
    if (act === 'release') return false;
    if (!actStates[act].includes(standing.state) || !may(actor, `letter.${act}`, {})) return false;
    if (wrote && actsOfOthers.includes(act)) return false;
    if ((act === 'submit' || act === 'check') && !mayDraft(city, letter.form)) return false;
    if (act === 'sign') return maySign(city, letter);
    return !issuing.includes(act) || mayIssue(city, letter);
  });
}

/** The matter that the issued letter opened, if the reader may see it. */
export async function matterOfLetter(city: City, steps: readonly Step[]) {
  const id = steps.find(({ act }) => act === 'issue')?.details.matterId;
  if (!id) return null;
  const { row, matter } = await getMatter(city, id as MatterId);
  const definition = matterKind(row.kind);
  const isLate = row.dueAt !== null && row.dueAt < instantOf(city) && !row.closedAt;
  const held = openActions(definition, matter, seatsHeld(city.actor, row));
  return {
    ...{ matterId: row.matterId, number: row.number, version: row.version, closed: row.closedAt !== null },
    kind: row.kind,
    state: { id: row.state, name: definition.states[row.state] ?? row.state },
    dueAt: row.dueAt,
    dueClock: row.dueClock ? (definition.clocks[row.dueClock]?.text ?? null) : null,
    isLate,
    redos: row.redos,
    /** Those of the recipient, so that the letter's page can offer them. */
    actions: held.map((one) => ({ id: one, name: definition.actions[one]?.text ?? one })),
  };
}

/** Who may be named to sign a letter made by hand, as this writer may choose. */
export function signersFor(city: City) {
  const own = holdsRole(city.actor, 'supervision-office')
    ? ['supervision-office', 'government-office', 'leader']
    : signers;
  return signers.filter((one) => own.includes(one)).map((one) => ({ id: one, name: signerNames[one] }));
}
