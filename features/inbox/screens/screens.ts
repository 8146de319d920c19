import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const inboxScreens = defineScreens([
  { path: '/inbox', name: texts.inbox, action: 'signed-in', load: () => import('./inbox.tsx') },
  {
    path: '/inbox/settings',
    name: texts.settings,
    action: 'signed-in',
    load: () => import('./settings.tsx'),
  },
  {
    path: '/message-channels',
    name: texts.channels,
    action: 'message-channel.view',
    nav: 930,
    load: () => import('./channels.tsx'),
  },
]);
