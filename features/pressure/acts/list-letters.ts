import { type City, ensureMay, may } from '#access';
import { standingOf } from '#kernel/document-flow';
import { forms } from '../domain/form.ts';
import { readLetters, readWordings } from '../store/letter.ts';
import { readSteps } from '../store/step.ts';
import { formNames } from '../texts.ts';
import { mayDraft } from './drafting-office.ts';
import { figuresOf, targetOf } from './open-letter.ts';
import { dueOnOf, titleOf } from './print.ts';
import { matterOfLetter, signersFor } from './view-letter.ts';

type Asked = { readonly projectId?: string | undefined; readonly orgId?: string | undefined };

/** All letters the reader may see, the latest first, with receipt and answer. */
export async function listLetters(city: City, asked: Asked = {}) {
  ensureMay(city, 'letter.view');
  const all = await readLetters(city.tx, asked);
  const ids = all.map(({ letterId }) => letterId);
  const steps = await readSteps(city.tx, ids);
  const wordings = await readWordings(city.tx, ids);
  const letters = [];
  for (const letter of all) {
    const own = steps.get(letter.letterId) ?? [];
    const standing = standingOf(own);
    const wording = wordings.get(letter.letterId)?.at(-1)?.wording;
    if (!wording || !may(city.actor, 'letter.view', targetOf(letter, standing))) continue;
    const figures = figuresOf(letter);
    const { letterId, form, projectId, composedBy, composedAt } = letter;
    const { state, documentNumber, issuedOn } = standing;
    letters.push({
      ...{ letterId, form, projectId, state, documentNumber, issuedOn, composedBy, composedAt },
      formName: formNames[form],
      title: titleOf({ figures, wording }),
      recipient: figures.recipient,
      dueOn: await dueOnOf(city, { figures, standing }),
      matter: await matterOfLetter(city, own),
    });
  }
  return {
    letters,
    mayCompose: may(city.actor, 'letter.compose', {}),
    /** Which papers this writer drafts. */
    forms: may(city.actor, 'letter.compose', {}) ? forms.filter((form) => mayDraft(city, form)) : [],
    signers: may(city.actor, 'letter.compose', {}) ? signersFor(city) : [],
  };
}
