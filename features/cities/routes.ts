import { type Implementation, implement } from '#http';
import { type CityView, listCities } from './contract.ts';

/** The cities of this installation, in the order in which they are offered at sign-in. */
export function citiesRoutes(info: () => readonly CityView[]): Implementation[] {
  return [implement(listCities, () => Promise.resolve([...info()]))];
}
