import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const commitmentsScreens = defineScreens([
  {
    path: '/commitments',
    name: texts.commitments,
    action: 'commitment.view',
    nav: 565,
    load: () => import('./list.tsx'),
  },
]);
