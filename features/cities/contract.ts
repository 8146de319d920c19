import { type Static, Type } from 'typebox';
import { defineRoute, Nothing } from '#http/client';

/** An account whose password is printed, so that anybody can look around in the demonstration. */
const DemonstrationAccount = Type.Object({
  login: Type.String(),
  password: Type.String(),
  roleName: Type.String(),
  name: Type.String(),
});

const CityView = Type.Object({
  cityId: Type.Integer(),
  name: Type.String(),
  demonstration: Type.Boolean(),
  /** In the demonstration only. */
  accounts: Type.Optional(Type.Array(DemonstrationAccount)),
});
export type CityView = Static<typeof CityView>;

/** What the sign-in page has to know before anybody is signed in. */
export const listCities = defineRoute({
  method: 'GET',
  path: '/cities',
  permission: 'public',
  input: Nothing,
  output: Type.Array(CityView),
  refusals: [],
  summary: '本系统的城市；演示时附演示账号',
});
