import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const cockpitScreens = defineScreens([
  {
    path: '/cockpit',
    name: texts.cockpit,
    action: 'cockpit.view',
    nav: 110,
    load: () => import('./cockpit.tsx'),
  },
  {
    path: '/wall',
    name: texts.wall,
    action: 'cockpit.view',
    whole: true,
    load: () => import('./wall.tsx'),
  },
]);
