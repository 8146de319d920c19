import { defineScreens } from '#ui';
import { statisticsTexts, texts } from '../texts.ts';

export const targetsScreens = defineScreens([
  {
    path: '/targets',
    name: texts.targets,
    action: 'target.view',
    nav: 310,
    load: () => import('./targets.tsx'),
  },
  {
    path: '/statistics',
    name: statisticsTexts.statistics,
    action: 'statistics.view',
    nav: 330,
    load: () => import('./statistics.tsx'),
  },
]);
