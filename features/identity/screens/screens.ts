import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const identityScreens = defineScreens([
  {
    path: '/accounts',
    name: texts.accounts,
    action: 'account.view',
    nav: 910,
    load: () => import('./accounts.tsx'),
  },
  {
    path: '/permissions',
    name: texts.permissions,
    action: 'permission.view',
    nav: 920,
    load: () => import('./permissions.tsx'),
  },
  {
    path: '/me/password',
    name: texts.changePassword,
    action: 'signed-in',
    load: () => import('./password.tsx'),
  },
  { path: '/me/sessions', name: texts.sessions, action: 'signed-in', load: () => import('./sessions.tsx') },
]);
