import type { OrgId, PersonId } from './identity.ts';

/** What every office of the city sees of a project. */
export type ProjectCard = {
  readonly name: string;
  readonly industry: string | null;
  readonly nature: string | null;
  /** Form of the investment as the pack names it (实体、房地产、轻资产 …): decides which evidence a stage demands. */
  readonly form: string | null;
  readonly sponsorOrgId: OrgId | null;
};

/** What follows the scope. Amounts are whole fen as decimal text, periods `2023`, `2023-05` or a day. */
export type ProjectDetail = {
  readonly content: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly totalFen: string | null;
  readonly fundSource: string | null;
  readonly company: string | null;
  readonly uscc: string | null;
  readonly remark: string | null;
};

/** 在建: carried over from the year before; 新开工: to start in the year; 前期: in preparation. */
export const yearCategories = ['在建', '新开工', '前期'] as const;
export type YearCategory = (typeof yearCategories)[number];

export type YearEntry = {
  readonly category: YearCategory;
  readonly plannedStart: string | null;
  readonly totalFen: string | null;
  readonly planYearFen: string | null;
  readonly doneBeforeFen: string | null;
};

/** One who answers for the project: an organisation or a person of the registry, or a name as it was written. */
export type Holder = {
  readonly name: string;
  readonly orgId: OrgId | null;
  readonly personId: PersonId | null;
  readonly phone: string | null;
};

/** A project with one year of it, split into the parts that change, are recorded and are undone by themselves. */
export type ProjectAspects = {
  readonly card: ProjectCard;
  readonly detail: ProjectDetail;
  readonly code: string | null;
  readonly districts: readonly OrgId[];
  readonly stage: string;
  readonly entry: YearEntry | null;
  readonly lists: readonly string[];
  readonly responsibilities: Readonly<Record<string, readonly Holder[]>>;
};

/** `entry:2023`, `lists:2023` and `responsibility:leader` name their year or kind; `created` holds them all. */
export type AspectKey =
  | 'created'
  | 'card'
  | 'detail'
  | 'code'
  | 'districts'
  | 'stage'
  | 'withdrawn'
  | 'merged'
  | 'apart'
  | `entry:${number}`
  | `lists:${number}`
  | `responsibility:${string}`;

/** One aspect's value before and after; `before` is null where the project was new. */
export type AspectChange = {
  readonly aspect: AspectKey;
  readonly before: unknown;
  readonly after: unknown;
};

/** Every aspect of a project in one year under its key. */
export function aspectsByKey(project: ProjectAspects, year: number): Map<AspectKey, unknown> {
  return new Map<AspectKey, unknown>([
    ['card', project.card],
    ['detail', project.detail],
    ['code', project.code],
    ['districts', project.districts],
    ['stage', project.stage],
    [`entry:${year}`, project.entry],
    [`lists:${year}`, project.lists],
    ...Object.entries(project.responsibilities).map(
      ([kind, holders]) => [`responsibility:${kind}`, holders] as [AspectKey, unknown],
    ),
  ]);
}

/** The aspects in which two states differ. An aspect missing on one side counts as empty there. */
export function changedAspects(
  before: ProjectAspects | undefined,
  after: ProjectAspects,
  year: number,
): AspectChange[] {
  const old = before ? aspectsByKey(before, year) : new Map<AspectKey, unknown>();
  return [...aspectsByKey(after, year)].flatMap(([aspect, value]) => {
    const was = old.get(aspect) ?? null;
    const same = isEmpty(was) ? isEmpty(value) : sameValue(was, value);
    return same ? [] : [{ aspect, before: was, after: value }];
  });
}

/** In the log a new project is one row that holds all it began with. */
export function creationOf(changes: readonly AspectChange[]): AspectChange {
  const after = Object.fromEntries(changes.map((change) => [change.aspect, change.after]));
  return { aspect: 'created', before: null, after };
}

/** The aspects a `created` row holds; any other row is itself. */
export function aspectsOf(change: AspectChange): AspectChange[] {
  if (change.aspect !== 'created') return [change];
  const began = change.after as Readonly<Record<string, unknown>>;
  return Object.entries(began).map(([aspect, after]) => ({
    aspect: aspect as AspectKey,
    before: null,
    after,
  }));
}

/** Equal as JSON, whatever the order of the keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${entries.join(',')}}`;
}
