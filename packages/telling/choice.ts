import './refusals.ts';
import type { City } from '#access';
import { ensure } from '#kernel/refusal';
import { emailText } from './email-text.ts';
import { defaultHours } from './hours.ts';
import { listChannels } from './store/channel.ts';
import { findChoice, type StoredChoice, storeChoice } from './store/choice.ts';

/** What somebody chose of the ways they are told; version 0 while nothing has been chosen. */
export type OwnChoice = Omit<StoredChoice, 'accountId'>;

const nothingChosen: OwnChoice = {
  channels: [],
  muted: [],
  digest: false,
  ...defaultHours,
  email: null,
  version: 0,
};

export async function ownChoice(city: City): Promise<OwnChoice> {
  return (await findChoice(city.tx, city.actor.accountId)) ?? nothingChosen;
}

/** The channels a person can choose. */
export async function personalChannels(city: City) {
  const channels = await listChannels(city.tx);
  return channels
    .filter(({ enabled, kind }) => enabled && kind === 'email')
    .map(({ channelId, name }) => ({ channelId, name }));
}

/** Keeps the actor's own choice; false where it has been changed since the version given. */
export async function keepChoice(city: City, given: OwnChoice): Promise<boolean> {
  const email = given.email?.trim() ? emailText(given.email) : null;
  const offered = new Set<string>((await personalChannels(city)).map(({ channelId }) => channelId));
  const before = new Set((await ownChoice(city)).channels);
  // What was chosen before a channel was taken out of use stays chosen.
  const known = given.channels.every((one) => offered.has(one) || before.has(one));
  ensure(known, 'telling.no_such_channel');
  ensure(given.channels.length === 0 || email !== null, 'telling.email_missing');
  const { accountId } = city.actor;
  return storeChoice(city.tx, { ...given, accountId, email }, given.version);
}
