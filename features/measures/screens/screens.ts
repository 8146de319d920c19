import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const measuresScreens = defineScreens([
  {
    path: '/policy-documents',
    name: texts.documents,
    action: 'policy-document.view',
    nav: 710,
    load: () => import('./documents.tsx'),
  },
  {
    path: '/policy-documents/:id',
    name: texts.document,
    action: 'policy-document.view',
    load: () => import('./document.tsx'),
  },
  {
    path: '/policy-documents/:id/review',
    name: texts.review,
    action: 'policy-document.review',
    load: () => import('./review.tsx'),
  },
  {
    path: '/measures/:id',
    name: texts.measure,
    action: 'measure.view',
    load: () => import('./measure.tsx'),
  },
  {
    path: '/public/policies',
    name: texts.publicTitle,
    action: 'public',
    load: () => import('./public.tsx'),
  },
]);
