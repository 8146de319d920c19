import { defineScreens } from '#ui';
import { returnTexts, templateTexts, texts } from '../texts.ts';

export const intakeScreens = defineScreens([
  {
    path: '/imports',
    name: texts.imports,
    action: 'import.view',
    nav: 440,
    load: () => import('./imports.tsx'),
  },
  {
    path: '/imports/new',
    name: texts.newImport,
    action: 'import.take',
    load: () => import('./new-import.tsx'),
  },
  {
    path: '/imports/:importId',
    name: texts.imports,
    action: 'import.view',
    load: () => import('./import.tsx'),
  },
  {
    path: '/workbooks/returns',
    name: returnTexts.returns,
    action: 'returns.view',
    load: () => import('./returns/list.tsx'),
  },
  {
    path: '/workbooks/returns/new',
    name: returnTexts.begin,
    action: 'returns.take',
    load: () => import('./returns/new.tsx'),
  },
  {
    path: '/workbooks/returns/:batchId',
    name: returnTexts.returns,
    action: 'returns.view',
    load: () => import('./returns/batch.tsx'),
  },
  {
    path: '/workbooks/template',
    name: templateTexts.template,
    action: 'template.fill',
    load: () => import('./template.tsx'),
  },
]);
