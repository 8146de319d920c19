import type { ClockRun } from './clock-rule.ts';
import type { MatterDefinition } from './definition.ts';
import type { EventFact, MatterEvent, StartedClocks } from './event.ts';
import type { Matter } from './matter.ts';
import { isEnd, statesOf } from './states.ts';

/** What events say together. Events are given in order, the first opens the matter. */
export function foldMatter(definition: MatterDefinition, events: readonly MatterEvent[]): Matter {
  const [first, ...rest] = events;
  if (first?.fact.type !== 'opened') throw new Error('a matter begins with its opening');
  return rest.reduce(
    (matter, event) => applyEvent(definition, matter, event),
    opened(definition, first, first.fact),
  );
}

function opened(
  definition: MatterDefinition,
  event: MatterEvent,
  fact: Extract<EventFact, { type: 'opened' }>,
): Matter {
  const state = Object.keys(definition.states)[0]!;
  return {
    ...{ kind: definition.id, title: fact.title, state, support: fact.support, given: fact.given },
    ...(fact.lead ? { lead: fact.lead } : {}),
    ...(fact.raiser ? { raiser: fact.raiser } : {}),
    ...(fact.level ? { level: fact.level } : {}),
    clocks: startClocks([], fact.starts, event.at),
    ...{ bounces: 0, redos: 0, rungs: [], openedAt: event.at, version: event.number },
  };
}

/** One event further. */
export function applyEvent(definition: MatterDefinition, matter: Matter, event: MatterEvent): Matter {
  return { ...change(definition, matter, event), version: event.number };
}

function change(definition: MatterDefinition, matter: Matter, { at, fact }: MatterEvent): Matter {
  switch (fact.type) {
    case 'opened':
      throw new Error('a matter opens once');
    case 'acted':
      return acted(definition, matter, at, fact);
    case 'paused': {
      const { kind, reason, approver, plannedDays } = fact;
      return onClock(matter, fact.clock, (run) => ({
        ...run,
        pauses: [...run.pauses, { from: at, kind, reason, approver, plannedDays }],
      }));
    }
    case 'resumed':
      return onClock(matter, fact.clock, (run) => ({ ...run, pauses: endPause(run, at) }));
    case 'handed':
      return { ...matter, lead: fact.lead };
    case 'supported':
      return { ...matter, support: fact.support };
    case 'levelled':
      return { ...matter, level: fact.level };
    case 'rung':
      return { ...matter, rungs: [...matter.rungs, `${fact.run}/${fact.rung}`] };
    case 'merged': {
      const clocks = endClocks(definition, matter.clocks, fact.to, at);
      return { ...matter, state: fact.to, clocks, closedAt: at };
    }
    case 'remarked':
    case 'attached':
    case 'linked':
    case 'moved':
      return matter;
  }
}

function acted(
  definition: MatterDefinition,
  matter: Matter,
  at: Date,
  fact: Extract<EventFact, { type: 'acted' }>,
): Matter {
  const action = definition.actions[fact.action];
  const { satisfaction, closedAt: _, ...rest } = matter;
  const score = action?.effect === 'satisfaction' ? fact.given.satisfaction : satisfaction;
  return {
    ...rest,
    state: fact.to,
    given: { ...matter.given, ...fact.given },
    ...(fact.lead ? { lead: fact.lead } : {}),
    ...(fact.support ? { support: fact.support } : {}),
    clocks: startClocks(endClocks(definition, matter.clocks, fact.to, at), fact.starts, at),
    bounces: matter.bounces + (action?.effect === 'bounce' ? 1 : 0),
    redos: matter.redos + (action?.effect === 'redo' ? 1 : 0),
    ...(typeof score === 'number' ? { satisfaction: score } : {}),
    ...(isEnd(definition, fact.to) ? { closedAt: at } : {}),
  };
}

function startClocks(runs: readonly ClockRun[], starts: StartedClocks, at: Date): readonly ClockRun[] {
  const fresh = Object.entries(starts).map(
    ([clock, rule]): ClockRun => ({
      ...{ clock, rule, startedAt: at, pauses: [] },
      run: runs.filter((one) => one.clock === clock).length + 1,
    }),
  );
  return [...runs, ...fresh];
}

/** A clock ends when its states are left; a pause that still lasted ends with it. */
function endClocks(
  definition: MatterDefinition,
  runs: readonly ClockRun[],
  to: string,
  at: Date,
): ClockRun[] {
  return runs.map((run) => {
    const clock = definition.clocks[run.clock];
    if (run.endedAt || (clock && statesOf(clock.runsIn).includes(to))) return run;
    return { ...run, endedAt: at, pauses: endPause(run, at) };
  });
}

function endPause(run: ClockRun, at: Date): ClockRun['pauses'] {
  return run.pauses.map((pause) => (pause.to ? pause : { ...pause, to: at }));
}

function onClock(matter: Matter, clock: string, edit: (run: ClockRun) => ClockRun): Matter {
  return {
    ...matter,
    clocks: matter.clocks.map((run) => (run.clock === clock && !run.endedAt ? edit(run) : run)),
  };
}
