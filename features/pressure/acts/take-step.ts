import { audit, type City, ensureMay, ensureNotSecret, holdsRole } from '#access';
import { ensureVersion } from '#http/client';
import { actsOfOthers, ensureNotAuthor, ensureTurn, type StepDetails } from '#kernel/document-flow';
import { ensure } from '#kernel/refusal';
import { issuersOf } from '../domain/form.ts';
import type { LetterAct } from '../domain/letter-act.ts';
import { lockOn } from '../store/decision.ts';
import type { LetterId } from '../store/letter.ts';
import { addStep } from '../store/step.ts';
import { flowNames, formNames, signerNames } from '../texts.ts';
import { ensureDrafts } from './drafting-office.ts';
import { officeOf } from './first-wording.ts';
import { type OpenedLetter, openLetter } from './open-letter.ts';
import { tellTurn } from './tell-turn.ts';

export type Turn = {
  readonly id: LetterId;
  /** The edition its author had in view. */
  readonly version: number;
  readonly opinion?: string | undefined;
};

type Deciding = (opened: OpenedLetter) => StepDetails | Promise<StepDetails>;

/** One step of the way every document goes, by somebody who may, in its turn. */
export async function takeStep(
  city: City,
  act: LetterAct,
  { id, version, opinion }: Turn,
  decide: Deciding = () => ({}),
): Promise<number> {
  ensureMay(city, `letter.${act}`, {});
  const said = opinion?.trim() || null;
  await lockOn(city.tx, id);
  const opened = await openLetter(city, id);
  const { letter, edition, steps, standing, authors } = opened;
  ensureTurn(standing, act, flowNames);
  ensureVersion(edition, version, { current: { state: standing.state } });
  if (ofDrafters.includes(act)) ensureDrafts(city, letter.form);
  ensureOffice(city, opened, act);
  if (actsOfOthers.includes(act)) ensureNotAuthor(city.actor, authors, act, flowNames);
  const details = await decide(opened);
  ensureNotSecret({ text: [said ?? '', JSON.stringify(details)].join('\n') });
  const { accountId, personId = null, name: by } = city.actor;
  const number = steps.length + 1;
  await addStep(city.tx, letter, {
    ...{ number, act, opinion: said, details, accountId, personId, by, at: city.now },
  });
  await audit(city, {
    ...{ action: `letter.${act}`, object: 'letter', objectId: id },
    details: { form: letter.form, opinion: said, ...details },
  });
  await tellTurn(city, opened, act, details);
  return edition + 1;
}

const ofDrafters: readonly LetterAct[] = ['submit', 'check'];
const ofIssuers: readonly LetterAct[] = ['number', 'seal', 'issue', 'archive'];

/** The row of the table named who signs; who numbers and issues follows from the paper. */
function ensureOffice(city: City, { letter }: OpenedLetter, act: LetterAct): void {
  const { form, signs } = letter;
  const names = { form: formNames[form], signer: signerNames[signs] };
  if (act === 'sign') ensure(maySign(city, letter), 'letter.signer', names);
  if (ofIssuers.includes(act))
    ensure(mayIssue(city, letter), 'letter.issuer', { ...names, office: issuerName(city, letter) });
}

export function maySign({ actor }: City, { signs }: OpenedLetter['letter']): boolean {
  return holdsRole(actor, signs);
}

export function mayIssue({ actor }: City, { form }: OpenedLetter['letter']): boolean {
  return holdsRole(actor, ...issuersOf(form));
}

function issuerName(city: City, { form }: OpenedLetter['letter']): string {
  if (form === 'interview') return officeOf(city, 'government-office');
  return officeOf(city, form === 'supervision' ? 'supervision-office' : 'coordinator-head');
}
