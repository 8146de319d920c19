import { definePermissions } from '#access';
import { implement } from '#http';
import { readVocabulary, tryVocabulary } from './acts/city-vocabulary.ts';
import * as contract from './contract/vocabulary.ts';

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;

definePermissions([
  {
    action: 'vocabulary.view',
    text: '查看表头词汇',
    roles: [...coordinators, 'system-admin'],
    within: 'city',
  },
  { action: 'vocabulary.try', text: '试读表头', roles: coordinators, within: 'city' },
]);

export const vocabularyRoutes = [
  implement(contract.readVocabulary, (_input, city) => readVocabulary(city)),
  implement(contract.tryVocabulary, (input, city) => tryVocabulary(city, input)),
];
