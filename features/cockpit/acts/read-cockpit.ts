import { type City, ensureMay } from '#access';
import { forecastYear, type ShownMonth, shownMonth, timeProgress } from '#engines/indicators';
import {
  districtKinds,
  listOrganisations,
  listsSection,
  type Organisation,
  openListBook,
  type PlacedTile,
  readTiles,
} from '#engines/registry';
import { addToMonth, type Month, monthNumber, monthOfYear, yearOfMonth } from '#kernel/month';
import { yearOf } from '#kernel/plain-date';
import { citySection, sectionOf } from '#pack';
import { cockpitSection } from '../cockpit-section.ts';
import { importanceWords } from '../domain/importance-words.ts';
import { percentOf } from '../domain/percent.ts';
import { placesOf } from '../domain/ranking.ts';
import { counted, lightsOf, noLights, worstLight } from '../domain/sums.ts';
import { type MonthSums, trendOf, yearFigures } from '../domain/year.ts';
import { readSums, type SumRow } from '../store/month-sums.ts';
import { findWorst } from './find-worst.ts';
import { missingOf } from './missing-of.ts';
import { type OwnGroup, ownGroup } from './own-group.ts';

/** Everything the wall shows of the month that is shown, read from sums; rows are only read of the few worst. */
export async function readCockpit(city: City, { meeting }: { meeting: boolean }) {
  ensureMay(city, 'cockpit.view', {});
  const shown = await shownMonth(city);
  const organisations = await listOrganisations(city);
  const { name, fullName = name } = sectionOf(city.pack, citySection);
  const about = ownGroup(city, organisations, fullName);
  const { importance } = sectionOf(city.pack, cockpitSection);
  const head = {
    city: fullName,
    today: city.today,
    month: shown?.month ?? null,
    asOf: shown?.asOf ?? null,
    lockedAt: shown?.locked?.lockedAt ?? null,
    about: { kind: about.kind, name: about.name },
    importance: {
      basis: importance.basis,
      weights: importanceWords(importance, (id) => listName(city, id)),
    },
  };
  if (!shown) return { ...head, ...(await beforeTheFirst(city)) };
  const { month } = shown;
  const before = addToMonth(month, -1);
  const tiles = await readTiles(city);
  const sums = await sumsOf(city, about, month, before);
  return {
    ...head,
    timeProgress: progressText(month),
    ...(await ownYear(city, about, sums.of(about.kind, about.id), shown, before)),
    cityLights: counted(sums.at('city', 'city', month), sums.at('city', 'city', before)),
    lists: listTiles(city, sums, month, before),
    tiles: tiles.map(({ organisation: { orgId }, ...place }) => {
      const now = sums.at('district', orgId, month);
      return {
        ...{ orgId, name: place.label, column: place.column, row: place.row },
        projects: now?.owed ?? 0,
        lights: now ? lightsOf(now) : noLights,
        worst: now ? worstLight(now) : null,
      };
    }),
    ranking: rankingOf(labelled(organisations, tiles), sums, about, month, before),
    worst: await findWorst(city, { month, rule: importance, meeting }),
  };
}

/** Nothing was evaluated yet: the places are there, and empty. */
async function beforeTheFirst(city: City) {
  const none = { projects: 0, lights: noLights, lightsBefore: null };
  return {
    ...{ timeProgress: null, year: null, forecast: null, trend: null, cityLights: none },
    lists: listsIn(city, yearOf(city.today))
      .slice(0, roomForLists)
      .map(({ id, shortName }) => ({ id, name: shortName, ...none })),
    tiles: (await readTiles(city)).map(({ organisation: { orgId }, label, column, row }) => ({
      ...{ orgId, name: label, column, row, projects: 0, lights: noLights, worst: null },
    })),
    ...{ ranking: [], worst: [] },
  };
}

type CitySums = {
  readonly of: (kind: string, id: string) => MonthSums;
  readonly at: (kind: string, id: string, month: Month) => SumRow | undefined;
};

async function sumsOf(city: City, { kind, id }: OwnGroup, month: Month, before: Month): Promise<CitySums> {
  const year = yearOfMonth(month);
  const rows = await readSums(city.tx, {
    kinds: ['city', 'district', 'list'],
    months: [month, before],
    group: { kind, id },
    first: monthOfYear(year - 1, 1),
    last: monthOfYear(year, 12),
  });
  const byGroup = Map.groupBy(rows, ({ groupKind, groupId }) => `${groupKind} ${groupId}`);
  const of = (groupKind: string, groupId: string): MonthSums =>
    new Map((byGroup.get(`${groupKind} ${groupId}`) ?? []).map((row) => [row.month, row]));
  const at = (groupKind: string, groupId: string, wanted: Month) =>
    byGroup.get(`${groupKind} ${groupId}`)?.find((row) => row.month === wanted);
  return { of, at };
}

async function ownYear(city: City, about: OwnGroup, sums: MonthSums, shown: ShownMonth, before: Month) {
  const { month } = shown;
  const now = sums.get(month);
  if (!now) return { year: null, forecast: null, trend: null };
  const missing = await missingOf(city, shown, about);
  const trend = trendOf(sums, month);
  const year = yearFigures(sums, month, before, missing);
  const forecast = forecastYear({
    actualToFen: trend.actual.slice(0, monthNumber(month)).map((fen) => fen ?? 0n),
    planToMonthFen: year.planFen,
    planYearFen: year.planYearFen,
  });
  return { year, forecast: forecast ?? null, trend };
}

function listsIn({ pack }: City, year: number) {
  return openListBook(sectionOf(pack, listsSection)).inYear(year);
}

function listName({ pack }: City, id: string): string {
  return sectionOf(pack, listsSection).lists.find((list) => list.id === id)?.shortName ?? id;
}

const roomForLists = 6;

/** All of a city that has six lists and plans; of one that has more, those with projects. */
function listTiles(city: City, sums: CitySums, month: Month, before: Month) {
  const tiles = listsIn(city, yearOfMonth(month)).map(({ id, shortName }) => ({
    ...{ id, name: shortName },
    ...counted(sums.at('list', id, month), sums.at('list', id, before)),
  }));
  return tiles.length <= roomForLists ? tiles : tiles.filter(({ projects }) => projects > 0);
}

/** Districts by the short names of the map. */
function labelled(organisations: readonly Organisation[], tiles: readonly PlacedTile[]) {
  const labels = new Map(tiles.map(({ organisation, label }) => [organisation.orgId, label]));
  return organisations
    .filter(({ kind }) => districtKinds.some((one) => one === kind))
    .map(({ orgId, shortName }) => ({ orgId, name: labels.get(orgId) ?? shortName }));
}

/** Districts by completion to the month; places are for everybody, the completion follows the scope. */
function rankingOf(
  districts: readonly Pick<Organisation, 'orgId' | 'name'>[],
  sums: CitySums,
  about: OwnGroup,
  month: Month,
  before: Month,
) {
  const groups = (at: Month) =>
    districts.flatMap(({ orgId }) => {
      const row = sums.at('district', orgId, at);
      return row ? [{ ...row, id: orgId }] : [];
    });
  const [now, then] = [placesOf(groups(month)), placesOf(groups(before))];
  return districts
    .flatMap(({ orgId, name }) => {
      const row = sums.at('district', orgId, month);
      if (!row) return [];
      const seen = about.kind === 'city' || about.id === orgId;
      const completion = seen ? percentOf(row.actualFen, row.planFen) : null;
      return [
        { orgId, name, place: now.get(orgId) ?? null, placeBefore: then.get(orgId) ?? null, completion },
      ];
    })
    .toSorted((a, b) => (a.place ?? districts.length + 1) - (b.place ?? districts.length + 1));
}

function progressText(month: Month): string | null {
  const { num, den } = timeProgress(month);
  return percentOf(num, den);
}
