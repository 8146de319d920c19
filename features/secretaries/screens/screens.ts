import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const secretariesScreens = defineScreens([
  {
    path: '/secretaries/mine',
    name: texts.mine,
    action: 'secretary.view-mine',
    nav: 110,
    load: () => import('./mine.tsx'),
  },
  {
    path: '/secretaries',
    name: texts.coverage,
    action: 'secretary.view-coverage',
    nav: 560,
    load: () => import('./coverage.tsx'),
  },
  {
    path: '/projects/:id/visits',
    name: texts.log,
    action: 'secretary.view-log',
    load: () => import('./log.tsx'),
  },
]);
