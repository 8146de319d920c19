import { type City, ensureMay } from '#access';
import {
  type CoverageLine,
  listOrganisations,
  responsibilityCoverage,
  stagesSection,
} from '#engines/registry';
import type { InputOf } from '#http';
import { yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import type { CoverageRow, LoadRow, secretaryCoverage as route } from '../contract.ts';
import { type Accompanied, accompanied } from './accompanied.ts';
import { secretaryKind, silentRule } from './choices.ts';

type Asked = InputOf<typeof route>;
type Row = CoverageRow & { readonly keys: readonly string[] };

/** Who accompanies what, of the projects in the reader's scope: others nobody could tell. */
export async function secretaryCoverage(city: City, asked: Asked) {
  ensureMay(city, 'secretary.view-coverage', {});
  const year = yearOf(city.today);
  const kind = secretaryKind(city);
  const lines = kind ? await responsibilityCoverage(city, kind.id, year) : [];
  const all = await rowsOf(city, lines);
  const asking = all.filter((row) => row.asked);
  const inState = (state: CoverageRow['state']) => all.filter((row) => row.state === state).length;
  return {
    ...{ today: city.today, year, ...silentRule(city) },
    kind: kind ? { name: kind.name, rule: kind.requiredText ?? null, clause: kind.clause ?? null } : null,
    counts: {
      asked: asking.length,
      held: asking.filter((row) => row.secretaries.length > 0).length,
      ...{ active: inState('active'), silent: inState('silent') },
      ...{ missing: inState('missing'), unknown: inState('unknown') },
    },
    districts: countDistricts(all),
    load: loadOf(lines, all),
    rows: all
      .filter(
        (row) =>
          (!asked.state || row.state === asked.state) &&
          (!asked.secretary || row.keys.includes(asked.secretary)) &&
          (!asked.district || row.districts.some(({ orgId }) => orgId === asked.district)),
      )
      .map(({ keys: _, ...row }) => row),
  };
}

const order: readonly CoverageRow['state'][] = ['missing', 'silent', 'unknown', 'active'];

/** Those nobody answers for first, then the longest silent. */
async function rowsOf(city: City, lines: readonly CoverageLine[]): Promise<Row[]> {
  const standing = await accompanied(
    city,
    lines.map(({ projectId }) => projectId),
  );
  const stages = new Map(sectionOf(city.pack, stagesSection).stages.map(({ id, name }) => [id, name]));
  const places = new Map((await listOrganisations(city)).map(({ orgId, name }) => [orgId, name]));
  const rows = lines.map((line): Row => {
    const { last: _, ...how } = standing(line.projectId);
    const { silent, ...shown } = how;
    return {
      ...{ projectId: line.projectId, number: line.number, name: line.project },
      districts: line.districts.map((orgId) => ({ orgId, name: places.get(orgId) ?? '' })),
      stage: stages.get(line.stage) ?? line.stage,
      asked: line.asked === 'met',
      state: stateOf(line, how),
      secretaries: line.holders.map(({ name }) => name),
      keys: line.holders.map(keyOf),
      ...shown,
    };
  });
  const weight = (row: Row) => row.daysSilent ?? Number.MAX_SAFE_INTEGER;
  return rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || weight(b) - weight(a));
}

function stateOf({ asked, holders }: CoverageLine, { silent }: Accompanied | { silent: boolean }) {
  if (holders.length === 0) return asked === 'unknown' ? 'unknown' : 'missing';
  return silent ? 'silent' : 'active';
}

function keyOf({ personId, name }: CoverageLine['holders'][number]): string {
  return personId ?? name;
}

/** The most projects first. */
function loadOf(lines: readonly CoverageLine[], rows: readonly Row[]): LoadRow[] {
  const holders = new Map(lines.flatMap(({ holders }) => holders.map((one) => [keyOf(one), one] as const)));
  return [...holders]
    .map(([key, { name, personId }]): LoadRow => {
      const own = rows.filter((row) => row.keys.includes(key));
      const days = own.flatMap(({ lastOn }) => lastOn ?? []).sort();
      return {
        ...{ key, name, known: personId !== null, projects: own.length },
        active: own.filter(({ state }) => state === 'active').length,
        silent: own.filter(({ state }) => state === 'silent').length,
        lastOn: days.at(-1) ?? null,
        lateSteps: own.filter(({ nextLate }) => nextLate).length,
        openMatters: own.reduce((sum, { openMatters }) => sum + openMatters, 0),
      };
    })
    .toSorted((a, b) => b.projects - a.projects || b.silent - a.silent);
}

function countDistricts(rows: readonly Row[]) {
  const each = rows.flatMap((row) => row.districts);
  return [...Map.groupBy(each, (one) => one.orgId).values()].flatMap((of) =>
    of[0] ? [{ ...of[0], count: of.length }] : [],
  );
}
