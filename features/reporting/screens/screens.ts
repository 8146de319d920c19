import { defineScreens } from '#ui';
import { texts } from './texts.ts';

export const reportingScreens = defineScreens([
  {
    path: '/reporting',
    name: texts.periods,
    action: 'reporting.view',
    nav: 400,
    load: () => import('./periods.tsx'),
  },
  {
    path: '/reporting/:month',
    name: texts.period,
    action: 'reporting.view',
    load: () => import('./period.tsx'),
  },
  {
    path: '/reporting/:month/fill',
    name: texts.fill,
    action: 'reporting.rows',
    load: () => import('./fill.tsx'),
  },
  {
    path: '/reporting/:month/review',
    name: texts.review,
    action: 'reporting.rows',
    load: () => import('./review.tsx'),
  },
]);
