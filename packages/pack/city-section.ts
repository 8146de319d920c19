import Type, { type Static } from 'typebox';
import { definePackSection } from './pack-section.ts';

export const CityFile = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
  cityId: Type.Integer({ minimum: 110000, maximum: 829999 }),
  name: Type.String({ minLength: 1 }),
  fullName: Type.Optional(Type.String({ minLength: 1 })),
  province: Type.String({ minLength: 1 }),
  keyPrefix: Type.String({ pattern: '^[A-Z]{2,6}$' }),
  /** The pack below this one. */
  extends: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]*$' })),
});
export type CityFile = Static<typeof CityFile>;

const unread: CityFile = { id: '', cityId: 0, name: '', province: '', keyPrefix: '' };

export const citySection = definePackSection<CityFile>({
  id: 'city',
  files: ['city.yaml'],
  read: (files) => files.result(files.yaml('city.yaml', CityFile)?.value ?? unread),
});
