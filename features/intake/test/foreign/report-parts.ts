import type { PlaceWords } from './city-words.ts';
import type { Draft } from './draft.ts';
import type { Listed } from './listed-projects.ts';
import type { Random } from './random.ts';
import type { Belonging } from './report-oracle.ts';
import type { ReportPersona } from './report-personas.ts';

export type Row = { readonly draft: Draft; readonly listed: Listed; belongs: Belonging };

/** The rows of one sheet. */
export type Part = {
  readonly name: string;
  readonly title: string;
  readonly rows: Row[];
  readonly place?: PlaceWords;
};

export function partsOf(
  random: Random,
  { split, city, year, month, place }: ReportPersona,
  rows: readonly Row[],
): Part[] {
  const title = (rest: string) =>
    random.pick([
      `${place ?? `${city.name}市`}${year}年${month}月${rest}重点项目进展情况表`,
      `${place ?? `${city.name}市`}${month}月份${rest}重点项目调度表`,
      `${year}年${month}月${place ?? `${city.name}市`}${rest}重点项目月报表`,
    ]);
  if (split === 'stage')
    return (['在建', '新开工'] as const).map((stage) => {
      const name = stage === '在建' ? random.pick(['在建项目', '续建项目']) : '新开工项目';
      return { name, title: title(name), rows: rows.filter((r) => r.listed.stage === stage) };
    });
  if (split === 'place')
    return city.places.flatMap((one) => {
      const own = rows.filter((r) => r.listed.place === one);
      return own.length === 0
        ? []
        : [
            {
              name: random.pick([one.name, one.aliases[0] as string]),
              title: title(''),
              rows: own,
              place: one,
            },
          ];
    });
  const own = city.places.find((p) => p.name === place);
  return [
    {
      name: random.pick([`${month}月`, 'Sheet1', '月报']),
      title: title(''),
      rows: [...rows],
      ...(own ? { place: own } : {}),
    },
  ];
}

export function groupsOf({ sectionBy }: ReportPersona, rows: readonly Row[]) {
  const by = (of: readonly Row[], key: (row: Row) => string, title: (key: string) => string) =>
    [...new Set(of.map(key))].map((one) => ({
      title: title(one),
      drafts: of.filter((r) => key(r) === one).map((r) => r.draft),
    }));
  const place = ({ listed }: Row) => listed.place.name;
  const stage = (of: string) => `${of === '在建' ? '续建' : of}项目`;
  if (sectionBy === 'place') return by(rows, place, (name) => name);
  if (sectionBy === 'industry')
    return by(
      rows,
      ({ listed }) => listed.industry,
      (name) => `${name}项目`,
    );
  if (sectionBy === 'stage') return by(rows, ({ listed }) => listed.stage, stage);
  if (sectionBy === 'none') return [{ title: '', drafts: rows.map((r) => r.draft) }];
  return [...new Set(rows.map(({ listed }) => listed.stage))].map((of) => {
    const inner = by(
      rows.filter(({ listed }) => listed.stage === of),
      place,
      (name) => name,
    );
    return { title: stage(of), drafts: inner.flatMap((g) => g.drafts), inner };
  });
}
