import {
  type ClockRun,
  type ClockTable,
  type ClockWorld,
  clockLight,
  clockTable,
  type DeclaredMatter,
  dueOf,
  type HeldMatter,
  type KindRules,
  leftText,
  limitText,
  seatNames,
} from '#engines/matters';
import type { ClockLine } from '../contract.ts';
import { dayBasisNames } from '../texts.ts';
import { clockName } from './rung-words.ts';

export type ClockView = {
  readonly definition: DeclaredMatter;
  readonly rules: KindRules;
  readonly world: ClockWorld;
};

/** Every run of every clock in words: those that run first, then the latest. */
export function clockLines(view: ClockView, { matter }: Pick<HeldMatter, 'matter'>) {
  return runsInOrder(matter.clocks, view.world.asOf).map((run) => clockLine(view, run));
}

function runsInOrder(runs: readonly ClockRun[], asOf: Date): ClockRun[] {
  const ended = ({ endedAt }: ClockRun) => (endedAt && endedAt <= asOf ? 1 : 0);
  return runs
    .filter(({ startedAt }) => startedAt <= asOf)
    .toSorted((a, b) => ended(a) - ended(b) || b.startedAt.getTime() - a.startedAt.getTime());
}

function clockLine({ definition, rules, world }: ClockView, run: ClockRun) {
  const due = dueOf(run, world);
  const isEnded = run.endedAt !== undefined && run.endedAt <= world.asOf;
  const pause = isEnded ? undefined : run.pauses.find(({ from, to }) => from <= world.asOf && !to);
  const { rule } = run;
  const state: ClockLine['state'] = isEnded ? 'ended' : due.paused ? 'paused' : 'running';
  return {
    clock: { id: run.clock, name: clockName(definition, run.clock) },
    ...{ run: run.run, state, left: leftText(run, world), limit: limitText(rule.limit) },
    promised: rule.promised
      ? {
          limit: limitText(rule.promised),
          left: leftText(run, world, 'promised'),
          dueAt: dueOf(run, world, 'promised').dueAt,
        }
      : null,
    light: clockLight(run, world),
    startedAt: run.startedAt,
    endedAt: isEnded ? (run.endedAt ?? null) : null,
    ...{ dueAt: due.dueAt, dueOn: due.dueOn, provisional: due.provisional },
    against: seatNames[definition.clocks[run.clock]?.against ?? 'lead'],
    ...{ basis: rule.basis, pausable: rule.pausable === true },
    pause: pause
      ? {
          name: rules.pauses.find(({ id }) => id === pause.kind)?.text ?? pause.kind,
          ...{ reason: pause.reason, approver: pause.approver, from: pause.from },
          plannedDays: pause.plannedDays,
        }
      : null,
  };
}

/** The same with the day-by-day table of each. */
export function clockTables(view: ClockView, { matter }: Pick<HeldMatter, 'matter'>) {
  return runsInOrder(matter.clocks, view.world.asOf).map((run) => {
    const table = clockTable(run, view.world);
    return { ...clockLine(view, run), ...rowsOf(table, view.rules) };
  });
}

function rowsOf(table: ClockTable, rules: KindRules) {
  if (table.of === 'days')
    return {
      days: table.rows.map(({ name, ...row }) => ({ ...row, text: basisWords(row.basis, name, rules) })),
      stretches: [],
    };
  return {
    days: [],
    stretches: table.rows.map(({ name, ...row }) => ({ ...row, text: basisWords(row.basis, name, rules) })),
  };
}

function basisWords(basis: keyof typeof dayBasisNames, name: string | undefined, rules: KindRules): string {
  const said = basis === 'paused' ? (rules.pauses.find(({ id }) => id === name)?.text ?? name) : name;
  return said ? `${dayBasisNames[basis]}（${said}）` : dayBasisNames[basis];
}
