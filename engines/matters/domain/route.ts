import { compileCondition, type Facts, type Verdict, type VerdictPart } from '#kernel/condition';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { Ladder } from './ladder.ts';

defineRefusals({
  'matter.route_no_level': { status: 422, text: '“{ladder}”没有“{level}”这一级；可选：{levels}' },
  'matter.route_no_reason': { status: 422, text: '改变协调层级须写明理由' },
});

/**
 * What a route may ask about beside the fields of the kinds that climb the ladder: the kind, and what the opener tells
 * of the project (its total in fen, the number of its districts, its lists, its stage, its light).
 */
export const matterFactNames = ['kind', 'investment', 'districtCount', 'lists', 'stage', 'light'] as const;

export type Route = {
  readonly level: string;
  /** What is kept with the event: the rule that was met, or the reason it was overridden with. */
  readonly basis: string;
  readonly clause?: string;
  readonly overridden: boolean;
  /** Every condition asked, top to bottom, each with what was found. */
  readonly parts: readonly VerdictPart[];
};

export type LevelOverride = { readonly level: string; readonly reason: string };

/** Where a matter begins on its ladder: by its attributes, unless somebody says otherwise and why. */
export function routeMatter(ladder: Ladder, facts: Facts, override?: LevelOverride): Route {
  const [lowest] = ladder.levels;
  if (!lowest) throw new Error(`Ladder ${ladder.id} has no level`);
  const parts: VerdictPart[] = [];
  const met = conditionsOf(ladder).find(({ ask }) => {
    const verdict = ask(facts);
    parts.push(...verdict.parts);
    return verdict.result === 'met';
  });
  if (override) return overridden(ladder, override, parts);
  const level = ladder.levels.find(({ id }) => id === met?.level) ?? lowest;
  const clause = met?.clause ?? level.clause;
  const basis = clause === undefined ? level.text : `${level.text}（${clause}）`;
  return { level: level.id, basis, ...(clause === undefined ? {} : { clause }), overridden: false, parts };
}

function overridden(ladder: Ladder, { level, reason }: LevelOverride, parts: readonly VerdictPart[]): Route {
  const named = ladder.levels.find(({ id }) => id === level);
  const levels = ladder.levels.map(({ text }) => text).join('、');
  ensure(named, 'matter.route_no_level', { ladder: ladder.text, level, levels });
  ensure(reason.trim() !== '', 'matter.route_no_reason');
  return { level: named.id, basis: reason.trim(), overridden: true, parts };
}

type Asked = { readonly level: string; readonly clause: string; readonly ask: (facts: Facts) => Verdict };

const compiled = new WeakMap<Ladder, readonly Asked[]>();

function conditionsOf(ladder: Ladder): readonly Asked[] {
  const kept = compiled.get(ladder);
  if (kept) return kept;
  const asked = ladder.route.map(({ when, level, clause }) => ({
    level,
    clause,
    ask: compileCondition(when),
  }));
  compiled.set(ladder, asked);
  return asked;
}
