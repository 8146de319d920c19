import { defineScreens } from '#ui';
import { words } from './words.ts';

export const auditScreens = defineScreens([
  { path: '/audit', name: words.audit, action: 'audit.view', nav: 930, load: () => import('./audit.tsx') },
]);
