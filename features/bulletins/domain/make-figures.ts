import type { Month } from '#kernel/month';
import { bothPlans } from './both-plans.ts';
import type { FigureRow, Figures, GroupKind, NamedGroup } from './figures.ts';
import { rowsOfGroup } from './figures.ts';
import { groupFigures } from './group-figures.ts';
import { rankingOf } from './ranking.ts';

export type GroupName = { readonly id: string; readonly name: string };

/** What a month is made into figures from. */
export type MonthMaterial = Pick<
  Figures,
  'cityId' | 'city' | 'month' | 'evaluatedOn' | 'rules' | 'timeProgress' | 'apart'
> & {
  /** In the order of the registry; `before` is filled in here. */
  readonly rows: readonly FigureRow[];
  readonly categories: readonly GroupName[];
  /** In official order; what is no district, as the city itself, has no rank among them. */
  readonly districts: readonly (GroupName & { readonly ranked: boolean })[];
  readonly lists: readonly GroupName[];
  readonly previous: {
    readonly month: Month;
    readonly from: 'bulletin' | 'lights';
    readonly rows: readonly FigureRow[];
  } | null;
};

const mostBehind = 10;

export function makeFigures(material: MonthMaterial): Figures {
  const { previous, categories, districts, lists } = material;
  const then = new Map((previous?.rows ?? []).map((row) => [row.projectId, row.light]));
  const rows = material.rows
    .map((row) => ({ ...row, before: then.get(row.projectId) ?? null }))
    .toSorted(byNumber);
  const groups = (kind: GroupKind, names: readonly GroupName[], of: readonly FigureRow[]) =>
    names.flatMap(({ id, name }): NamedGroup[] => {
      const members = rowsOfGroup(of, kind, id);
      const earlier = previous && rowsOfGroup(previous.rows, kind, id);
      return members.length > 0 ? [{ id, name, ...groupFigures(members, earlier) }] : [];
    });
  const byDistrict = groups('district', districts, rows);
  const districtsThen = previous && groups('district', districts, previous.rows);
  const inRanking = new Set(districts.filter((one) => one.ranked).map(({ id }) => id));
  const ranked = (of: readonly NamedGroup[]) => of.filter(({ id }) => inRanking.has(id));
  const ids = (chosen: readonly FigureRow[]) => chosen.map(({ projectId }) => projectId);
  const { cityId, city, month, evaluatedOn, rules, timeProgress, apart } = material;
  const plans = bothPlans(rows, districts);
  return {
    schema: 1,
    ...{ cityId, city, month, evaluatedOn, rules, timeProgress, apart },
    previousMonth: previous?.month ?? null,
    previousFrom: previous?.from ?? null,
    total: groupFigures(rows, previous?.rows ?? null),
    categories: groups('category', categories, rows),
    districts: byDistrict,
    lists: groups('list', lists, rows),
    ranking: rankingOf(ranked(byDistrict), districtsThen && ranked(districtsThen)),
    newlyRed: previous ? ids(rows.filter(({ light, before }) => light === 'red' && before !== 'red')) : [],
    noLongerRed: ids(rows.filter(({ light, before }) => light !== 'red' && before === 'red')),
    furthestBehind: ids(
      rows
        .filter(({ light }) => light === 'red')
        .toSorted(byShortfall)
        .slice(0, mostBehind),
    ),
    missing: ids(rows.filter(({ actualFen }) => actualFen === null)),
    ...(plans ? { plans } : {}),
    rows,
  };
}

function byNumber(a: FigureRow, b: FigureRow): number {
  return a.number === b.number ? 0 : a.number < b.number ? -1 : 1;
}

/** Without a report nothing is known to be done: the whole plan to the month is lacking. */
export function shortfallOf({ planFen, actualFen }: FigureRow): bigint {
  return BigInt(planFen ?? 0) - BigInt(actualFen ?? 0);
}

function byShortfall(a: FigureRow, b: FigureRow): number {
  const [one, other] = [shortfallOf(a), shortfallOf(b)];
  return one === other ? byNumber(a, b) : one > other ? -1 : 1;
}
