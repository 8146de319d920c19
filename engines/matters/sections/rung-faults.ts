import type { ActionEffect, DeclaredMatter, Seat } from '../domain/definition.ts';
import type { Ladder, Rung, RungTrigger } from '../domain/ladder.ts';
import { levelRank } from '../domain/ladder-level.ts';
import { statesOf } from '../domain/states.ts';

/** `rung` is its place in the ladder. */
export type RungFault = { readonly rung: number; readonly message: string; readonly remedy: string };

/** Rungs that stand twice, can never fire or lead down; `climbers` are the kinds that climb this ladder. */
export function rungFaults(ladder: Ladder, climbers: readonly DeclaredMatter[]): RungFault[] {
  return ladder.rungs.flatMap((rung, place) =>
    [
      ...twinFaults(ladder.rungs, rung, place),
      ...neverFires(rung, climbers),
      ...orderFaults(ladder, rung, place),
    ].map((fault) => ({ rung: place, ...fault })),
  );
}

type Fault = Omit<RungFault, 'rung'>;

function twinFaults(rungs: readonly Rung[], { id, when }: Rung, place: number): Fault[] {
  const before = rungs.slice(0, place);
  if (before.some((one) => one.id === id))
    return [{ message: `“${id}”写了两次`, remedy: '请改用没有用过的 id' }];
  const twin = before.find((one) => JSON.stringify(one.when) === JSON.stringify(when));
  return twin ? [{ message: `“${id}”与“${twin.id}”在同一时刻触发`, remedy: '请把两者的 tell 合在一处' }] : [];
}

function neverFires({ id, when }: Rung, climbers: readonly DeclaredMatter[]): Fault[] {
  if (when.kind === 'bounces' || when.kind === 'redos') {
    const effect: ActionEffect = when.kind === 'bounces' ? 'bounce' : 'redo';
    const happens = climbers.some((kind) => Object.values(kind.actions).some((one) => one.effect === effect));
    const words = effect === 'bounce' ? '转办' : '重办';
    return happens
      ? []
      : [{ message: `“${id}”不会触发：用这个阶梯的事项没有“${words}”`, remedy: '请删去这一条' }];
  }
  const clocked = climbers.filter(({ clocks }) => clocks[when.clock]);
  if (clocked.length === 0) {
    const known = [...new Set(climbers.flatMap(({ clocks }) => Object.keys(clocks)))];
    return [{ message: `没有名为“${when.clock}”的时限`, remedy: `可用的有：${known.join('、')}` }];
  }
  const timesOut = when.kind === 'overdue' && clocked.every((kind) => endsItself(kind, when.clock));
  return timesOut
    ? [{ message: `“${id}”不会触发：“${when.clock}”到时即自行办结`, remedy: '请改用 dueIn，或删去这一条' }]
    : [];
}

/** A call-back that nobody answers closes the matter at its due instant. */
function endsItself(kind: DeclaredMatter, clock: string): boolean {
  const definition = kind.clocks[clock];
  const raiser: Seat = 'raiser';
  if (definition?.against !== raiser) return false;
  const states = statesOf(definition.runsIn);
  return Object.values(kind.actions).some(
    ({ effect, from }) =>
      effect === 'call-back-timeout' && statesOf(from).some((one) => states.includes(one)),
  );
}

function orderFaults(ladder: Ladder, rung: Rung, place: number): Fault[] {
  const before = ladder.rungs.slice(0, place).findLast((one) => comparable(one.when, rung.when));
  if (rung.raiseTo !== undefined && levelRank(ladder, rung.raiseTo) === 0)
    return [{ message: `“${rung.id}”升到最低一级，等于没有升`, remedy: '请改写 raiseTo，或删去 raiseTo' }];
  if (!before) return [];
  if (reach(before.when) >= reach(rung.when))
    return [{ message: `“${rung.id}”排在“${before.id}”之后，却不比它晚触发`, remedy: '请按触发的先后排列' }];
  const falls =
    before.raiseTo !== undefined &&
    rung.raiseTo !== undefined &&
    levelRank(ladder, rung.raiseTo) <= levelRank(ladder, before.raiseTo);
  return falls
    ? [{ message: `“${rung.id}”升到的层级不高于“${before.id}”`, remedy: '越往后层级应当越高' }]
    : [];
}

function comparable(a: RungTrigger, b: RungTrigger): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'overdue' && b.kind === 'overdue') return a.clock === b.clock && a.unit === b.unit;
  if (a.kind === 'due-in' && b.kind === 'due-in')
    return a.clock === b.clock && a.before.unit === b.before.unit;
  return true;
}

/** Greater is later. */
function reach(when: RungTrigger): number {
  if (when.kind === 'due-in') return -when.before.amount;
  return when.kind === 'overdue' ? when.days : when.count;
}
