import { type City, maskPersonal } from '#access';
import { newId } from '#kernel/id';
import { type Addressee, addresseeKey } from './addressee.ts';
import { ensureDeclared } from './kind.ts';
import { outwardRows } from './outward-rows.ts';
import { accountsOf } from './store/addressee.ts';
import { groupChannels } from './store/channel.ts';
import { choicesOf } from './store/choice.ts';
import { insertInbox, toldAccounts } from './store/inbox.ts';
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
  const found = await accountsOf(city.tx, to, city.today);
  const unreached = to.filter((_, at) => found[at]?.length === 0);
  const accounts = [...new Set(found.flat())];
  const told = new Set(await toldAccounts(city.tx, key));
  const fresh = accounts.filter((account) => !told.has(account));
  const said = { key, kind, urgency, at: city.now };
  await insertInbox(
    city.tx,
    fresh.map((accountId) => ({
      ...said,
      ...about,
      accountId,
      inboxId: newId<'inbox'>(),
      title: telling.title,
      text: telling.text,
    })),
  );
  const [choices, groups] = await Promise.all([choicesOf(city.tx, fresh), groupChannels(city.tx, to)]);
  const rows = outwardRows({ cityId: city.cityId, ...said }, choices, groups);
  const title = maskPersonal(telling.title).slice(0, longestTitle);
  await insertOutward(city.tx, rows, { title, path: about.path });
  await insertUnreached(
    city.tx,
    unreached.map((one) => ({ ...said, ...about, addressee: addresseeKey(one) })),
  );
  return { reached: accounts.length, newly: fresh.length, unreached };
}
