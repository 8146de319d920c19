import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const startsScreens = defineScreens([
  { path: '/starts', name: texts.starts, action: 'start.view', nav: 215, load: () => import('./list.tsx') },
  {
    path: '/projects/:id/start',
    name: texts.starts,
    action: 'start.view-project',
    load: () => import('./project.tsx'),
  },
]);
