import type { City } from '#access';
import { timeProgress } from '#engines/indicators';
import { districtKinds, listOrganisations, listSummaries } from '#engines/registry';
import { addToMonth, lastDayOf, type Month, yearOfMonth } from '#kernel/month';
import { mul, rational, toDecimalText } from '#kernel/rational';
import { citySection, sectionOf } from '#pack';
import type { FigureRow, Figures } from '../domain/figures.ts';
import { type MonthMaterial, makeFigures } from '../domain/make-figures.ts';
import { issuedFigures } from '../store/bulletin.ts';
import { categoryNames, words } from '../texts.ts';
import { lightsOfMonth, monthRows } from './month-rows.ts';

/** The figures of a month as they stand now; undefined where it has not been evaluated. */
export async function monthFigures(city: City, month: Month): Promise<Figures | undefined> {
  const own = await lightsOfMonth(city, month);
  if (!own) return undefined;
  const { evaluatedOn, lights, ruleSet } = own;
  const rows = await monthRows(city, own);
  const { id, name, basis } = ruleSet.rules;
  const { name: cityName, fullName = cityName } = sectionOf(city.pack, citySection);
  return makeFigures({
    ...{ cityId: city.cityId, city: fullName, month, evaluatedOn, rows },
    rules: { id, number: ruleSet.number, name, basis },
    timeProgress: toDecimalText(mul(timeProgress(month), rational(100n, 1n)), 1),
    apart: lights.apart.length,
    categories: Object.entries(categoryNames).map(([category, title]) => ({ id: category, name: title })),
    districts: await districtsOf(city, month, rows),
    lists: await listNames(city, month),
    previous: await previousOf(city, month),
  });
}

async function districtsOf(city: City, month: Month, rows: readonly FigureRow[]) {
  const organisations = await listOrganisations(city, {
    kinds: [...districtKinds, 'city'],
    asOf: lastDayOf(month),
  });
  const known = organisations.map(({ orgId, name, kind }) => ({
    ...{ id: orgId as string, name, ranked: kind !== 'city' },
  }));
  const homeless = rows.some(({ districtId }) => districtId === null);
  return homeless ? [...known, { id: 'none', name: words.noDistrict, ranked: false }] : known;
}

async function listNames(city: City, month: Month) {
  const summaries = await listSummaries(city, yearOfMonth(month), lastDayOf(month));
  return summaries.map(({ list }) => ({ id: list.id, name: list.shortName }));
}

/** What was published of the month before counts; where nothing was, the lights that stood then. */
async function previousOf(city: City, month: Month): Promise<MonthMaterial['previous']> {
  const before = addToMonth(month, -1);
  const issued = await issuedFigures(city.tx, before);
  if (issued) return { month: before, from: 'bulletin', rows: issued.rows };
  const lights = await lightsOfMonth(city, before);
  return lights ? { month: before, from: 'lights', rows: await monthRows(city, lights) } : null;
}
