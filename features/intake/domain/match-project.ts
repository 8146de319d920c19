import type { Dictionary } from './dictionary.ts';
import { type NameCore, nameCore, similarity } from './name-similarity.ts';
import { nameKey } from './spelling.ts';

/** A listed project as reports are matched and compared with it. */
export type KnownProject = {
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
  /** The name of its leading district. */
  readonly district: string | null;
  /** 在建, 新开工 or 前期. */
  readonly category: string | null;
  readonly totalFen: bigint | null;
  /** Done before the year began. */
  readonly doneBeforeFen: bigint | null;
};

export type Match =
  | { readonly by: 'number' | 'code' | 'name'; readonly project: KnownProject }
  | { readonly by: 'similar'; readonly project: KnownProject; readonly score: number }
  | { readonly by: 'conflict'; readonly project: KnownProject; readonly named: KnownProject };

export type ProjectIndex = (reported: {
  /** The number our own workbooks carry. */
  number?: string | null;
  name: string | null;
  code: string | null;
  district: string | null;
}) => Match | undefined;

/** Below this two names are not proposed as one project; above, the next best must stay this far behind. */
const enough = 0.75;
const ahead = 0.12;

/**
 * A report belongs to a project by the number our own workbooks carry, else by its code, else by an equal name; else a
 * similar name is proposed.
 */
export function indexProjects(projects: readonly KnownProject[], dictionary: Dictionary): ProjectIndex {
  const byNumber = new Map(projects.map((p) => [p.key, p] as const));
  const byCode = new Map(projects.flatMap((p) => (p.code === null ? [] : [[p.code, p] as const])));
  const byName = new Map<string, KnownProject>();
  for (const project of projects)
    if (!byName.has(nameKey(project.name))) byName.set(nameKey(project.name), project);
  let cores: readonly (readonly [KnownProject, NameCore])[] | undefined;
  return ({ number, name, code, district }) => {
    const numbered = number ? byNumber.get(number) : undefined;
    const coded = code === null ? undefined : byCode.get(code);
    const named = name === null ? undefined : byName.get(nameKey(name));
    const isAnother = named && numbered && nameKey(named.name) !== nameKey(numbered.name);
    if (isAnother) return { by: 'conflict', project: numbered, named };
    if (numbered) return { by: 'number', project: numbered };
    if (coded && named && named !== coded) return { by: 'conflict', project: coded, named };
    if (coded) return { by: 'code', project: coded };
    if (named) return { by: 'name', project: named };
    if (name === null) return undefined;
    cores ??= projects.map((project) => [project, nameCore(project.name, dictionary)] as const);
    return mostSimilar(nameCore(name, dictionary), district, cores);
  };
}

function mostSimilar(
  core: NameCore,
  district: string | null,
  cores: readonly (readonly [KnownProject, NameCore])[],
): Match | undefined {
  let best: { project: KnownProject; near: number; score: number } | undefined;
  let second = 0;
  for (const [project, other] of cores) {
    const near = similarity(core, other);
    if (near < enough - 0.1) continue;
    const score =
      district !== null && project.district !== null && project.district !== district ? near - 0.1 : near;
    if (!best || score > best.score) {
      second = best?.score ?? 0;
      best = { project, near, score };
    } else if (score > second) second = score;
  }
  const needed = best?.near === 1 ? 0.01 : ahead;
  if (!best || best.score < enough || best.score - second < needed) return undefined;
  return { by: 'similar', project: best.project, score: Math.round(best.score * 100) / 100 };
}
