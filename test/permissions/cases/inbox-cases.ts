import * as inbox from '../../../features/inbox/contract.ts';
import { type RouteCase, routeCase } from './case.ts';

const someId = '01890000-0000-7000-8000-00000000eeee';
const hours = { quietFrom: 22, quietTo: 7 };
const settings = {
  name: '新渠道',
  enabled: true,
  address: { url: 'http://127.0.0.1:9/in' },
  signing: '约定的密钥',
  ...{ orgIds: [], groupIds: [], roles: [] },
  ...hours,
};
const choice = { channels: [], email: null, muted: [], digest: false, digestHour: 8, ...hours };

export const inboxCases: readonly RouteCase[] = [
  routeCase(inbox.listMessages, 'nothing', () => ({})),
  routeCase(inbox.countMessages, 'nothing', () => ({})),
  routeCase(inbox.readMessages, 'nothing', () => ({ inboxIds: [someId] })),
  routeCase(inbox.readAllMessages, 'nothing', () => ({ unread: 500 })),
  routeCase(inbox.viewSettings, 'nothing', () => ({})),
  routeCase(inbox.saveSettings, 'nothing', () => ({ ...choice, expectedVersion: 0 })),
  routeCase(inbox.listChannels, 'city', () => ({})),
  routeCase(inbox.createChannel, 'city', () => ({ kind: 'webhook', ...settings })),
  routeCase(inbox.editChannel, 'city', ({ city }) => ({
    id: city.messages.channelId,
    version: 1,
    ...settings,
  })),
  routeCase(inbox.tryChannel, 'city', ({ city }) => ({ id: city.messages.channelId })),
  routeCase(inbox.listFailures, 'city', () => ({})),
  routeCase(inbox.sendAgain, 'city', ({ city }) => ({ id: city.messages.failedId })),
  routeCase(inbox.listUnreached, 'city', () => ({})),
  routeCase(inbox.settleUnreached, 'city', ({ city }) => ({ id: city.messages.unreachedId })),
];
