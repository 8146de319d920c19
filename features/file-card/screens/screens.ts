import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const fileCardScreens = defineScreens([
  {
    path: '/projects/:id/card',
    name: texts.card,
    action: 'file-card.view',
    load: () => import('./card.tsx'),
  },
]);
