import { ensureMay } from '#access';
import { done, type Implementation, implement } from '#http';
import { countUnread, markRead, testChannel, viewChannels } from '#telling';
import * as failures from './acts/failures.ts';
import { changeSettings, makeChannel } from './acts/keep-channels.ts';
import { listMessages, readAll, saveSettings, viewSettings } from './acts/own-messages.ts';
import * as contract from './contract.ts';
import './permissions.ts';

const own: readonly Implementation[] = [
  implement(contract.listMessages, (input, city) => listMessages(city, input)),
  implement(contract.countMessages, async (_input, { tx, actor }) => ({
    unread: await countUnread(tx, actor.accountId, contract.mostCounted),
  })),
  implement(contract.readMessages, async ({ inboxIds }, { tx, actor, now }) => ({
    marked: await markRead(tx, actor.accountId, { inboxIds, at: now }),
  })),
  implement(contract.readAllMessages, async ({ unread }, city) => ({ marked: await readAll(city, unread) })),
  implement(contract.viewSettings, (_input, city) => viewSettings(city)),
  implement(contract.saveSettings, async (input, city) => {
    await saveSettings(city, input);
    return done;
  }),
];

const administration: readonly Implementation[] = [
  implement(contract.listChannels, async (_input, city) => {
    ensureMay(city, 'message-channel.view', {});
    return [...(await viewChannels(city))] as never;
  }),
  implement(contract.createChannel, (input, city) => makeChannel(city, input)),
  implement(contract.editChannel, async (input, city) => {
    await changeSettings(city, input);
    return done;
  }),
  implement(contract.tryChannel, ({ id, to }, city) => {
    ensureMay(city, 'message-channel.edit', {});
    return testChannel(city, id, to);
  }),
  implement(contract.listFailures, (input, city) => failures.listFailures(city, input)),
  implement(contract.sendAgain, async ({ id }, city) => {
    await failures.sendAgain(city, id);
    return done;
  }),
  implement(contract.listUnreached, (_input, city) => failures.listUnreached(city)),
  implement(contract.settleUnreached, async ({ id }, city) => {
    await failures.settleUnreached(city, id);
    return done;
  }),
];

export const inboxRoutes: readonly Implementation[] = [...own, ...administration];
