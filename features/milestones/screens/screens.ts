import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const milestonesScreens = defineScreens([
  {
    path: '/milestones',
    name: texts.milestones,
    action: 'milestone.view',
    nav: 217,
    load: () => import('./list.tsx'),
  },
  {
    path: '/projects/:id/milestones',
    name: texts.milestones,
    action: 'milestone.view-project',
    load: () => import('./project.tsx'),
  },
]);
