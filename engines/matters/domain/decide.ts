import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import type { ActionDefinition, MatterDefinition, Seat } from './definition.ts';
import type { EventFact, Given, StartedClocks } from './event.ts';
import { missingFields } from './given.ts';
import type { Matter } from './matter.ts';
import { isEnd, statesOf } from './states.ts';

defineRefusals({
  'matter.no_such_action': { status: 422, text: '“{kind}”没有“{action}”这个办理动作' },
  'matter.not_in_state': { status: 409, text: '事项现在是“{state}”，不能“{action}”；请刷新后再看' },
  'matter.not_your_move': { status: 403, text: '“{action}”应由{by}办理' },
  'matter.fields_missing': { status: 422, text: '“{action}”还缺：{fields}' },
  'matter.bounce_needs_unit': { status: 422, text: '转办时请选定接办单位' },
  'matter.bounce_to_itself': { status: 422, text: '不能转给现在的牵头单位' },
  'matter.handler_never_closes': {
    status: 403,
    text: '承办单位不能办结自己承办的事项，须由提出人确认或回访',
  },
  'matter.closed': { status: 409, text: '事项已经办结，不能再改；有新的情况请另行提出' },
  'matter.no_clock_runs': { status: 409, text: '“{clock}”现在没有在计时' },
  'matter.not_pausable': { status: 422, text: '“{clock}”不能暂停计时' },
  'matter.already_paused': { status: 409, text: '“{clock}”已经暂停' },
  'matter.not_paused': { status: 409, text: '“{clock}”没有暂停' },
  'matter.own_approval': { status: 403, text: '暂停须由承办单位以外的人批准' },
  'matter.no_such_pause': { status: 422, text: '没有“{kind}”这种暂停；可选：{kinds}' },
  'matter.pause_too_long': { status: 422, text: '“{kind}”最长可暂停 {longest} 天' },
});

export const seatNames: Readonly<Record<Seat, string>> = {
  raiser: '提出人',
  lead: '牵头单位',
  support: '配合单位',
  district: '所在地区',
  coordinator: '市发展改革委',
  'government-office': '市政府办公室',
  'supervision-office': '督考办',
  leader: '市领导',
  system: '系统',
};

export type Asked = {
  readonly action: string;
  readonly given: Given;
  readonly lead?: string | undefined;
  readonly support?: readonly string[] | undefined;
  /** The seats the actor has in this matter. */
  readonly seats: readonly Seat[];
};

/** The action as asked for, or a refusal that says whose move it is. */
export function decideAction(
  definition: MatterDefinition,
  matter: Matter,
  asked: Asked,
): { readonly fact: Omit<Extract<EventFact, { type: 'acted' }>, 'starts'>; readonly seat: Seat } {
  const action = definition.actions[asked.action];
  if (!action) refuse('matter.no_such_action', { kind: definition.text, action: asked.action });
  const words = { action: action.text, state: definition.states[matter.state] };
  ensure(!matter.closedAt || statesOf(action.from).includes(matter.state), 'matter.closed');
  ensure(statesOf(action.from).includes(matter.state), 'matter.not_in_state', words);
  const seat = seatFor(definition, matter, action, asked.seats);
  const missing = missingFields(definition, action.requires ?? [], asked.given);
  ensure(missing.length === 0, 'matter.fields_missing', { ...words, fields: missing.join('、') });
  if (action.effect === 'bounce') {
    ensure(asked.lead, 'matter.bounce_needs_unit');
    ensure(asked.lead !== matter.lead, 'matter.bounce_to_itself');
  }
  const assigns = action.effect === 'bounce' || action.effect === 'assign';
  return {
    seat,
    fact: {
      ...{ type: 'acted', action: asked.action, from: matter.state, to: action.to, given: asked.given },
      ...(assigns && asked.lead ? { lead: asked.lead } : {}),
      ...(assigns && asked.support ? { support: asked.support } : {}),
    },
  };
}

/** The actions open to somebody with these seats now: what a page offers. */
export function openActions(definition: MatterDefinition, matter: Matter, seats: readonly Seat[]): string[] {
  return Object.entries(definition.actions)
    .filter(([, action]) => statesOf(action.from).includes(matter.state))
    .filter(([, action]) => mayActFrom(definition, action, seats) !== undefined)
    .map(([id]) => id);
}

function seatFor(
  definition: MatterDefinition,
  _matter: Matter,
  action: ActionDefinition<string, string>,
  seats: readonly Seat[],
): Seat {
  const seat = mayActFrom(definition, action, seats);
  if (seat) return seat;
  const by = statesOf(action.by) as readonly Seat[];
  const isHandler = seats.includes('lead') || seats.includes('support');
  if (isHandler && isEnd(definition, action.to) && by.includes('raiser'))
    refuse('matter.handler_never_closes');
  refuse('matter.not_your_move', { action: action.text, by: by.map((one) => seatNames[one]).join('、') });
}

/** Who handles a matter does not end it from another seat either. */
function mayActFrom(
  definition: MatterDefinition,
  action: ActionDefinition<string, string>,
  seats: readonly Seat[],
): Seat | undefined {
  const by = statesOf(action.by) as readonly Seat[];
  const handles = seats.includes('lead') || seats.includes('support');
  if (handles && isEnd(definition, action.to) && !by.includes('lead') && !by.includes('support'))
    return undefined;
  return by.find((one) => seats.includes(one));
}

/** The clocks whose states are entered from outside them. */
export function clocksEntered(definition: MatterDefinition, from: string | undefined, to: string): string[] {
  return Object.entries(definition.clocks)
    .filter(([, { runsIn }]) => statesOf(runsIn).includes(to))
    .filter(([, { runsIn }]) => from === undefined || !statesOf(runsIn).includes(from))
    .map(([clock]) => clock);
}

export type { StartedClocks };
