import { type City, maskPersonal } from '#access';
import { newId } from '#kernel/id';
import { type Addressee, addresseeKey } from './addressee.ts';
import { ensureDeclared } from './kind.ts';
import { outwardRows } from './outward-rows.ts';
import { accountsOf } from './store/addressee.ts';
import { groupChannels } from './store/channel.ts';
import { choicesOf } from './store/choice.ts';
import { insertInbox } from './store/inbox.ts';
import { insertOutward } from './store/outward.ts';
import { insertUnreached } from './store/unreached.ts';

export type Urgency = 'normal' | 'urgent';

export type Telling = {
  /** What happened, once for ever: the same key tells the same account once, however often it is told. */
  readonly key: string;
  readonly to: readonly Addressee[];
  /** Leaves the office: says what it is about, no detail. */
  readonly title: string;
  /** Stays in the inbox. */
  readonly text: string;
  readonly about: { readonly object: string; readonly objectId: string; readonly path: string };
  readonly urgency: Urgency;
  /** Declared with `defineTellingKinds`. */
  readonly kind: string;
};

export type Told = {
  /** Accounts behind the addressees, told now or before under the same key. */
  readonly reached: number;
  /** Accounts told by this call. */
  readonly newly: number;
  /** Addressees behind whom there is nobody; they stand in the list of the system administrator. */
  readonly unreached: readonly Addressee[];
};

const longestTitle = 120;

/**
 * Tells people, in the transaction of what happened: inbox rows and messages to be sent commit with it or not at all.
 * A job carries the messages away.
 */
export async function tell(city: City, telling: Telling): Promise<Told> {
  const { key, to, kind, urgency, about } = telling;
  ensureDeclared(kind);
  if (!about.path.startsWith('/')) throw new Error(`a message leads to a page of ours, not to ${about.path}`);
  const [found, groups] = await Promise.all([
    accountsOf(city.tx, to, city.today),
    groupChannels(city.tx, to),
  ]);
  const unreached = to.filter((_, at) => found[at]?.length === 0);
  // In one order, so that two who tell the same at the same time never wait for each other in a circle.
  const accounts = [...new Set(found.flat())].sort();
  const said = { key, kind, urgency, at: city.now };
  const { title, text } = telling;
  const inboxId = () => newId<'inbox'>();
  const [choices, fresh] = await Promise.all([
    choicesOf(city.tx, accounts),
    insertInbox(
      city.tx,
      accounts.map((accountId) => ({ ...said, ...about, accountId, inboxId: inboxId(), title, text })),
    ),
    insertUnreached(
      city.tx,
      unreached.map((one) => ({ ...said, ...about, addressee: addresseeKey(one) })),
    ),
  ]);
  const chosen = choices.filter(({ accountId }) => fresh.includes(accountId));
  await insertOutward(city.tx, outwardRows({ cityId: city.cityId, ...said }, chosen, groups), {
    title: maskPersonal(title).slice(0, longestTitle),
    path: about.path,
  });
  return { reached: accounts.length, newly: fresh.length, unreached };
}
