import { type Static, Type } from 'typebox';
import { DayText, defineRoute, MonthText, orNull } from '#http/client';
import { BulletinId } from './bulletin.ts';

const CityId = Type.Optional(Type.Integer({ title: '城市', minimum: 100000, maximum: 999999 }));

const PublicBulletin = Type.Object({
  bulletinId: BulletinId,
  month: MonthText,
  title: Type.String(),
  documentNumber: orNull(Type.String()),
  issuedOn: orNull(DayText),
});
export type PublicBulletin = Static<typeof PublicBulletin>;

export const publicBulletins = defineRoute({
  method: 'GET',
  path: '/public/bulletins',
  permission: 'public',
  input: Type.Object({ cityId: CityId }),
  output: Type.Object({ city: Type.String(), bulletins: Type.Array(PublicBulletin) }),
  refusals: ['city.unknown'],
  summary: '已登记公开审查的通报，新的在前；无须登录',
});

export const publicBulletinPdf = defineRoute({
  method: 'GET',
  path: '/public/bulletins/:id/pdf',
  permission: 'public',
  input: Type.Object({ id: BulletinId, cityId: CityId }),
  binary: { contentType: 'application/pdf' },
  refusals: ['bulletin.not_found', 'city.unknown', 'files.not_found', 'files.content_missing'],
  summary: '下载已公开的通报；无须登录',
});
