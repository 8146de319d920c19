import { type City, maskPersonal } from '#access';
import { newId } from '#kernel/id';
import { type Addressee, addresseeKey } from './addressee.ts';
import { ensureDeclared } from './kind.ts';
import { type Choice, type GroupChannel, outwardRows } from './outward-rows.ts';
import { accountsOf } from './store/addressee.ts';
import { groupChannels } from './store/channel.ts';
import { choicesOf } from './store/choice.ts';
import { inboxKey, insertInbox } from './store/inbox.ts';
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
  const [told] = await tellAll(city, [telling]);
  return told!;
}

/** The same for whatever happened at once, in as many statements as for one. */
export async function tellAll(city: City, tellings: readonly Telling[]): Promise<Told[]> {
  if (tellings.length === 0) return [];
  for (const { kind, about } of tellings) {
    ensureDeclared(kind);
    if (!about.path.startsWith('/'))
      throw new Error(`a message leads to a page of ours, not to ${about.path}`);
  }
  const behind = await findBehind(city, tellings);
  const meant = tellings.map((telling): Meant => {
    const reached = telling.to.map((one) => ({ one, accounts: behind(one).accounts }));
    return {
      telling,
      accounts: [...new Set(reached.flatMap(({ accounts }) => accounts))],
      unreached: reached.filter(({ accounts }) => accounts.length === 0).map(({ one }) => one),
      groups: [
        ...new Map(telling.to.flatMap((one) => behind(one).groups.map((g) => [g.channelId, g]))).values(),
      ],
    };
  });
  const inbox = meant.flatMap(({ telling, accounts }) =>
    accounts.map((accountId) => inboxRow(city, telling, accountId)),
  );
  const [choices, fresh] = await Promise.all([
    choicesOf(city.tx, [...new Set(inbox.map(({ accountId }) => accountId))].sort()),
    insertInbox(city.tx, inbox.toSorted(inOneOrder)),
    insertUnreached(
      city.tx,
      meant.flatMap(({ telling, unreached }) => unreached.map((one) => unreachedRow(city, telling, one))),
    ),
  ]);
  await insertOutward(
    city.tx,
    meant.flatMap((one) => outwardOf(city, one, choices, fresh)),
  );
  return meant.map(({ telling, accounts, unreached }) => {
    const newly = accounts.filter((accountId) => fresh.has(inboxKey({ accountId, key: telling.key }))).length;
    return { reached: accounts.length, newly, unreached };
  });
}

type Meant = {
  readonly telling: Telling;
  readonly accounts: readonly string[];
  readonly unreached: readonly Addressee[];
  readonly groups: readonly GroupChannel[];
};

/** Who and which groups stand behind each addressee, each asked for once. */
async function findBehind(city: City, tellings: readonly Telling[]) {
  const asked = new Map(tellings.flatMap(({ to }) => to.map((one) => [addresseeKey(one), one] as const)));
  const unique = [...asked.values()];
  const [accounts, groups] = await Promise.all([
    accountsOf(city.tx, unique, city.today),
    groupChannels(city.tx, unique),
  ]);
  const at = new Map([...asked.keys()].map((key, index) => [key, index]));
  return (one: Addressee) => {
    const index = at.get(addresseeKey(one))!;
    return { accounts: accounts[index] ?? [], groups: groups[index] ?? [] };
  };
}

function inboxRow(city: City, { key, kind, urgency, title, text, about }: Telling, accountId: string) {
  return {
    ...{ key, kind, urgency, title, text, accountId, at: city.now },
    ...about,
    inboxId: newId<'inbox'>(),
  };
}

function unreachedRow(city: City, { key, kind, about }: Telling, one: Addressee) {
  return { ...{ key, kind, at: city.now, addressee: addresseeKey(one) }, ...about };
}

/** One order, so that two who tell the same at the same time never wait for each other in a circle. */
function inOneOrder(a: Row, b: Row): number {
  return a.key === b.key ? order(a.accountId, b.accountId) : order(a.key, b.key);
}

type Row = { readonly key: string; readonly accountId: string };

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function outwardOf(
  city: City,
  { telling, accounts, groups }: Meant,
  choices: readonly Choice[],
  fresh: ReadonlySet<string>,
) {
  const { key, kind, urgency } = telling;
  const own = new Set(accounts.filter((accountId) => fresh.has(inboxKey({ accountId, key }))));
  const said = { cityId: city.cityId, key, kind, urgency, at: city.now };
  const chosen = choices.filter(({ accountId }) => own.has(accountId));
  const title = maskPersonal(telling.title).slice(0, longestTitle);
  return outwardRows(said, chosen, groups).map((row) => ({ ...row, title, path: telling.about.path }));
}
