import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const chainScreens = defineScreens([
  {
    path: '/projects/:id/chain',
    name: texts.chain,
    action: 'project.view',
    load: () => import('./chain.tsx'),
  },
]);
