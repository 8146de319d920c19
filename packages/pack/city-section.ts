import Type, { type Static } from 'typebox';
import { definePackSection } from './pack-section.ts';

const Slug = Type.String({
  pattern: '^[a-z][a-z0-9-]*$',
  description: '小写英文字母、数字和短横，以字母开头',
});

export const CityFile = Type.Object({
  id: Slug,
  cityId: Type.Integer({ minimum: 110000, maximum: 829999 }),
  name: Type.String({ minLength: 1 }),
  fullName: Type.Optional(Type.String({ minLength: 1 })),
  province: Type.String({ minLength: 1 }),
  keyPrefix: Type.String({ pattern: '^[A-Z]{2,6}$', description: '2至6个大写英文字母' }),
  /** The pack below this one. */
  extends: Type.Optional(Slug),
});
export type CityFile = Static<typeof CityFile>;

const unread: CityFile = { id: '', cityId: 0, name: '', province: '', keyPrefix: '' };

export const citySection = definePackSection<CityFile>({
  id: 'city',
  files: ['city.yaml'],
  read: (files) => files.result(files.yaml('city.yaml', CityFile)?.value ?? unread),
});
