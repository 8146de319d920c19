import {
  type ClockWorld,
  cityLeaders,
  type DeclaredMatter,
  dueOf,
  kindRulesOf,
  type Ladder,
  ladderFor,
  type Recipient,
  type Rung,
} from '#engines/matters';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import type { ClockRun } from '../../engines/matters/domain/clock-rule.ts';
import { clockRuleFor } from '../../engines/matters/domain/kind-rules.ts';
import { matterFacts } from '../../engines/matters/domain/matter-facts.ts';
import { routeMatter } from '../../engines/matters/domain/route.ts';
import { rungInstants } from '../../engines/matters/domain/rung-instant.ts';

type Given = Readonly<Record<string, unknown>>;

/** What somebody with pencil and paper would keep of a matter. */
export type ModelMatter = {
  readonly id: string;
  readonly definition: DeclaredMatter;
  state: string;
  lead: string | undefined;
  support: readonly string[];
  readonly raiser: string | undefined;
  readonly raisedBy: string;
  readonly districts: readonly string[];
  level: number;
  bounces: number;
  redos: number;
  given: Given;
  runs: ClockRun[];
  closed: boolean;
  readonly fired: Set<string>;
};

/** A rung with whom it reached: places told, and leaders for whom a request was drafted. */
type Reached = {
  readonly key: string;
  readonly places: readonly Recipient[];
  readonly drafts: readonly Recipient[];
};

export function begin(
  pack: Pack,
  asked: Pick<
    ModelMatter,
    'id' | 'definition' | 'lead' | 'support' | 'raiser' | 'raisedBy' | 'districts' | 'given'
  >,
  at: Date,
): ModelMatter {
  const { definition, given } = asked;
  const [state = ''] = Object.keys(definition.states);
  const ladder = ladderFor(pack, definition);
  const routed = ladder && routeMatter(ladder, matterFacts(definition, { given }), undefined);
  const matter: ModelMatter = {
    ...asked,
    ...{ state, bounces: 0, redos: 0, closed: false, runs: [], fired: new Set() },
    level: ladder ? rank(ladder, routed?.level) : 0,
  };
  start(pack, matter, at);
  return matter;
}

type ModelAct = {
  readonly action: string;
  readonly given: Given;
  readonly lead?: string;
};

export function act(pack: Pack, matter: ModelMatter, { action, given, lead }: ModelAct, at: Date): void {
  const declared = matter.definition.actions[action]!;
  if (declared.effect === 'bounce') matter.bounces += 1;
  if (declared.effect === 'redo') matter.redos += 1;
  if (lead) matter.lead = lead;
  matter.given = { ...matter.given, ...given };
  matter.state = declared.to;
  matter.runs = matter.runs.map((run) =>
    run.endedAt || runsIn(matter, run.clock) ? run : { ...run, endedAt: at, pauses: closed(run, at) },
  );
  matter.closed = matter.definition.ends.includes(matter.state);
  start(pack, matter, at);
}

export function pause(matter: ModelMatter, clock: string, kind: string, at: Date): void {
  matter.runs = matter.runs.map((run) =>
    run.clock === clock && !run.endedAt
      ? { ...run, pauses: [...run.pauses, { from: at, kind, reason: '', approver: '', plannedDays: 1 }] }
      : run,
  );
}

export function resume(matter: ModelMatter, clock: string, at: Date): void {
  matter.runs = matter.runs.map((run) =>
    run.clock === clock && !run.endedAt ? { ...run, pauses: closed(run, at) } : run,
  );
}

function closed({ pauses }: ClockRun, at: Date): ClockRun['pauses'] {
  return pauses.map((one) => (one.to ? one : { ...one, to: at }));
}

function runsIn({ definition, state }: ModelMatter, clock: string): boolean {
  return [definition.clocks[clock]?.runsIn ?? []].flat().includes(state);
}

/** Clocks of the state that do not run yet begin. */
function start(pack: Pack, matter: ModelMatter, at: Date): void {
  const rules = kindRulesOf(pack, matter.definition.id);
  const facts = matterFacts(matter.definition, { given: matter.given });
  for (const clock of Object.keys(matter.definition.clocks)) {
    const before = matter.runs.filter((run) => run.clock === clock);
    if (!runsIn(matter, clock) || before.some((run) => !run.endedAt)) continue;
    const rule = clockRuleFor(rules.clocks[clock]!, facts, todayInShanghai(at));
    matter.runs.push({ clock, run: before.length + 1, rule, startedAt: at, pauses: [] });
  }
}

/** All that looking at the matter at this instant brings about, by the words of the ladder. */
export function look(pack: Pack, matter: ModelMatter, world: ClockWorld): Reached[] {
  const reached: Reached[] = [];
  const ladder = ladderFor(pack, matter.definition);
  while (!matter.closed) {
    const late = timeOut(matter, world);
    if (late) {
      act(pack, matter, { action: late, given: {} }, world.asOf);
      continue;
    }
    const due = ladder ? dueNow(ladder, matter, world) : [];
    if (!ladder || due.length === 0) break;
    reached.push(...climb(ladder, matter, due));
  }
  return reached;
}

function timeOut(matter: ModelMatter, world: ClockWorld): string | undefined {
  const { definition, state } = matter;
  const action = Object.entries(definition.actions).find(
    ([, { effect, from }]) => effect === 'call-back-timeout' && [from].flat().includes(state),
  )?.[0];
  const run = matter.runs.find((one) => !one.endedAt && definition.clocks[one.clock]?.against === 'raiser');
  return action && run && dueOf(run, world).dueAt < world.asOf ? action : undefined;
}

type Due = { readonly rung: Rung; readonly run: string; readonly at: number; readonly stale: boolean };

function dueNow(ladder: Ladder, matter: ModelMatter, world: ClockWorld): Due[] {
  const open = matter.runs.filter((run) => !run.endedAt && run.pauses.every(({ to }) => to));
  return ladder.rungs
    .flatMap((rung): Due[] => {
      const { when } = rung;
      if (when.kind === 'bounces' || when.kind === 'redos')
        return matter[when.kind] >= when.count
          ? [{ rung, run: `${when.kind}:${when.count}`, at: world.asOf.getTime(), stale: false }]
          : [];
      return open
        .filter(({ clock }) => clock === when.clock)
        .map((run) => {
          const due = dueOf(run, world);
          const at = rungInstants(run, due, world)(when).getTime();
          return {
            rung,
            run: `${run.clock}:${run.run}`,
            at,
            stale: when.kind === 'due-in' && world.asOf > due.dueAt,
          };
        });
    })
    .filter(({ rung, run, at }) => at <= world.asOf.getTime() && !matter.fired.has(`${run} ${rung.id}`));
}

/** Of those that would raise only the highest is heard, the latest among equals; what is over reminds nobody. */
function climb(ladder: Ladder, matter: ModelMatter, due: readonly Due[]): Reached[] {
  const stands = matter.level;
  const rises = ({ rung }: Due) => (rung.raiseTo ? rank(ladder, rung.raiseTo) : -1);
  const raising = due.filter((one) => rises(one) > stands);
  const top = raising.toSorted((a, b) => rises(a) - rises(b) || a.at - b.at).at(-1);
  if (top) matter.level = rises(top);
  return due.map((one) => {
    const { rung, run, stale } = one;
    matter.fired.add(`${run} ${rung.id}`);
    const told = stale || (raising.includes(one) && one !== top) ? [] : rung.tell;
    const drafts = told.filter((place) => cityLeaders.includes(place));
    const office: Recipient[] = drafts.length > 0 ? ['government-office'] : [];
    const places = [...told.filter((place) => !cityLeaders.includes(place)), ...office];
    return { key: `${run} ${rung.id}`, places, drafts };
  });
}

function rank(ladder: Ladder, level: string | undefined): number {
  return Math.max(
    0,
    ladder.levels.findIndex(({ id }) => id === level),
  );
}
