import type { City, Role } from '#access';
import type { StepDetails } from '#kernel/document-flow';
import { type Addressee, defineTellingKinds, tell } from '#telling';
import { issuersOf } from '../domain/form.ts';
import type { LetterAct } from '../domain/letter-act.ts';
import { formNames, stateNames } from '../texts.ts';
import { officeOf } from './first-wording.ts';
import type { OpenedLetter } from './open-letter.ts';
import { titleOf } from './print.ts';

defineTellingKinds({
  'letter.turn': '函件等待办理',
  'letter.issued': '收到函件和督办单',
});

/** Those whose move it is now hear of it; a leader is pressed by nobody and finds the letter among those to sign. */
export async function tellTurn(
  city: City,
  opened: OpenedLetter,
  act: LetterAct,
  details: StepDetails,
): Promise<void> {
  const { letter, edition } = opened;
  const about = { object: 'letter', objectId: letter.letterId, path: `/letters/${letter.letterId}` };
  const form = formNames[letter.form];
  if (act === 'issue') {
    await tell(city, {
      ...{ key: `letter ${letter.letterId} issued`, to: [{ org: letter.orgId }], kind: 'letter.issued' },
      ...{ title: `收到${form}，请签收`, about, urgency: 'normal' },
      text: `${titleOf(opened)}（${details.documentNumber ?? ''}）：请签收，并按期回复。`,
    });
    return;
  }
  const to = nextOf(city, opened, act, details);
  if (to.length === 0) return;
  await tell(city, {
    ...{
      key: `letter ${letter.letterId} v${edition + 1}`,
      to,
      kind: 'letter.turn',
      about,
      urgency: 'normal',
    },
    title: `${form}等待办理`,
    text: `${titleOf(opened)}：${act === 'return' ? '已退回，请修改后再送' : '请办理下一环节'}（${stateNames[opened.standing.state]}环节已办）。`,
  });
}

function nextOf(
  city: City,
  { letter, standing }: OpenedLetter,
  act: LetterAct,
  details: StepDetails,
): Addressee[] {
  const roles = (...named: readonly Role[]) => named.map((role) => ({ role }));
  const signer = letter.signs === 'leader' ? roles('government-office') : roles(letter.signs);
  switch (act) {
    case 'submit':
      return roles('coordinator-section-head');
    case 'return':
      return [{ account: letter.accountId }];
    case 'check': {
      const offices = details.offices ?? [];
      if (offices.length === 0) return signer;
      return offices.includes(officeOf(city, 'government-office')) ? roles('government-office') : [];
    }
    case 'countersign':
      return standing.waitingFor.length > 1 ? [] : signer;
    case 'sign':
    case 'number':
    case 'seal':
      return roles(...issuersOf(letter.form).slice(0, 1));
    default:
      return [];
  }
}
