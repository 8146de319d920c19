import type { PlaceWords } from './city-words.ts';
import type { Draft } from './draft.ts';
import type { ListPersona } from './list-personas.ts';
import type { ListTruth } from './list-row.ts';
import { projectNames } from './project-names.ts';
import type { Random } from './random.ts';
import type { Grouped } from './sections.ts';

export type Row = { readonly draft: Draft; readonly truth: ListTruth };

/** The rows of one sheet. */
export type Part = {
  readonly name: string;
  readonly title: string;
  readonly rows: Row[];
  readonly place?: PlaceWords;
};

const stages = ['在建', '新开工', '前期'] as const;

export function truths(random: Random, { city, place, stageBy, split }: ListPersona): ListTruth[] {
  const own = city.places.find((p) => p.name === place);
  const kinds = stageBy === 'title' && split === 'one' ? [random.pick(stages)] : stages;
  const count = random.int(16, 30);
  return projectNames(random, city, count).map((named, i) => ({
    named,
    place: own ?? random.pick(city.places),
    stage: kinds[Math.floor((i * kinds.length) / count)] as string,
    seq: i + 1,
  }));
}

export function partsOf(random: Random, persona: ListPersona, rows: readonly Row[]): Part[] {
  const { split, city, year, place } = persona;
  const title = (rest: string) =>
    random.pick([
      `${place ?? `${city.name}市`}${year}年重点项目${rest}清单`,
      `${year}年${place ?? `${city.name}市`}重点建设项目${rest}计划表`,
    ]);
  if (split === 'stage')
    return stages.map((stage) => {
      const word =
        stage === '在建'
          ? random.pick(['在建', '续建'])
          : stage === '新开工'
            ? random.pick(['新开工', '拟新开工'])
            : '前期';
      return {
        name: `${word}项目`,
        title: title(`（${word}项目）`),
        rows: rows.filter((r) => r.truth.stage === stage),
      };
    });
  if (split === 'place')
    return city.places.flatMap((one) => {
      const own = rows.filter((r) => r.truth.place === one);
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
  const stage = persona.stageBy === 'title' ? (rows[0]?.truth.stage ?? '在建') : '';
  const own = city.places.find((p) => p.name === place);
  return [
    {
      name: random.pick(['Sheet1', '项目清单', `${year}年`]),
      title: title(stage === '' ? '' : `（${stage}项目）`),
      rows: [...rows],
      ...(own ? { place: own } : {}),
    },
  ];
}

export function groupsOf({ sectionBy }: ListPersona, rows: readonly Row[]): Grouped[] {
  const by = (of: readonly Row[], key: (row: Row) => string, title: (key: string) => string): Grouped[] =>
    [...new Set(of.map(key))].map((one) => ({
      title: title(one),
      drafts: of.filter((r) => key(r) === one).map((r) => r.draft),
    }));
  const place = (row: Row) => row.truth.place.name;
  switch (sectionBy) {
    case 'none':
      return [{ title: '', drafts: rows.map((r) => r.draft) }];
    case 'place':
      return by(rows, place, (name) => name);
    case 'industry':
      return by(
        rows,
        (r) => r.truth.named.industry,
        (industry) => `${industry}项目`,
      );
    case 'stage':
      return by(
        rows,
        (r) => r.truth.stage,
        (stage) => `${stage === '在建' ? '续建' : stage}项目`,
      );
    case 'stage-place':
      return [...new Set(rows.map((r) => r.truth.stage))].map((stage) => {
        const inner = by(
          rows.filter((r) => r.truth.stage === stage),
          place,
          (name) => name,
        );
        return { title: `${stage}项目`, drafts: inner.flatMap((g) => g.drafts), inner };
      });
  }
}
