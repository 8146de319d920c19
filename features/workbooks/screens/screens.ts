import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const workbooksScreens = defineScreens([
  {
    path: '/workbooks',
    name: texts.workbooks,
    action: 'workbook.issue',
    nav: 430,
    load: () => import('./issue.tsx'),
  },
]);
