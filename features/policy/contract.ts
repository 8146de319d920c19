export type { PolicyDocument, PolicyMeasure } from './domain/policy-document.ts';
export type { UnitDictionary } from './domain/unit-dictionary.ts';
