import type { ActionDefinition, DeclaredMatter, Seat } from './definition.ts';
import { isEnd, statesOf } from './states.ts';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

type Actions = readonly (readonly [string, ActionDefinition<string, string>])[];

/** What is wrong with a kind as a whole; the compiler has seen the names. */
export function definitionFaults(kind: DeclaredMatter): string[] {
  const actions = Object.entries(kind.actions);
  return [
    ...nameFaults(kind),
    ...stateFaults(kind, actions),
    ...actions.flatMap((action) => closingFaults(kind, action)),
    ...callBackFaults(kind, actions),
    ...actions.filter(([, one]) => one.effect === 'satisfaction').flatMap((one) => scoreFaults(kind, one)),
  ];
}

function nameFaults(kind: DeclaredMatter): string[] {
  const names = [kind.id, kind.ladder ?? kind.id]
    .concat(Object.keys(kind.states), Object.keys(kind.actions), Object.keys(kind.clocks))
    .filter((name) => !kebab.test(name));
  const prefix = /^[A-Z]{2,4}$/.test(kind.prefix)
    ? []
    : [`prefix ${kind.prefix} is not two to four capitals`];
  return [...names.map((name) => `${name} is not in kebab-case`), ...prefix];
}

function stateFaults(kind: DeclaredMatter, actions: Actions): string[] {
  const states = Object.keys(kind.states);
  const reached = new Set(states.slice(0, 1));
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [, { from, to }] of actions)
      if (statesOf(from).some((state) => reached.has(state))) reached.add(to);
  }
  return states.flatMap((state) => {
    const meant = kind.ends.includes(state);
    if (!reached.has(state)) return [`nothing leads to ${state}`];
    if (isEnd(kind, state)) return meant ? [] : [`no action leaves ${state}`];
    return meant ? [`${state} is an end and yet is left`] : [];
  });
}

/** A handler never closes its own; and the program closes only what nobody answered in time. */
function closingFaults(kind: DeclaredMatter, [id, { to, by, effect }]: Actions[number]): string[] {
  if (!kind.ends.includes(to))
    return effect === 'call-back-timeout' ? [`${id} times out without closing`] : [];
  const seats = statesOf(by) as readonly Seat[];
  return [
    ...seats
      .filter((one) => one === 'lead' || one === 'support')
      .map((one) => `${id} lets ${one} close its own`),
    ...(seats.includes('system') && effect !== 'call-back-timeout' ? [`${id} lets the program close`] : []),
  ];
}

/** A call-back times out by the clock of the raiser in the state it leaves. */
function callBackFaults(kind: DeclaredMatter, actions: Actions): string[] {
  return actions
    .filter(([, { effect }]) => effect === 'call-back-timeout')
    .flatMap(([id, { from, by }]) => {
      const alone = statesOf(by).join() === 'system';
      const unclocked = statesOf(from).filter((state) => clocksAgainstRaiser(kind, state) !== 1);
      return [
        ...(alone ? [] : [`${id} is a time-out and no person's`]),
        ...unclocked.map((state) => `${id} needs one clock against the raiser in ${state}`),
      ];
    });
}

function clocksAgainstRaiser(kind: DeclaredMatter, state: string): number {
  return Object.values(kind.clocks).filter(
    ({ against, runsIn }) => against === 'raiser' && statesOf(runsIn).includes(state),
  ).length;
}

/** The score is one field of every kind, so that satisfaction can be counted over all of them. */
function scoreFaults(kind: DeclaredMatter, [id, { requires = [] }]: Actions[number]): string[] {
  const asked = requires.includes('satisfaction') && kind.fields['satisfaction']?.kind === 'score';
  return asked ? [] : [`${id} does not ask for the score in a field named satisfaction`];
}
