import { type Condition, compileCondition, type Facts } from '#kernel/condition';
import type { PlainDate } from '#kernel/plain-date';

/** Which projects must be entered in statistics (应统); every other project: 不适用. */
export type StatisticsSection = {
  readonly applies: Condition;
  readonly text: string;
  readonly clause?: string | undefined;
};

/** What somebody stated about a project's entry. */
export type StatisticsFact = {
  readonly entered: boolean;
  readonly enteredOn: PlainDate | null;
  readonly statedOn: PlainDate;
  /** Where it stands written. */
  readonly source: string;
};

/**
 * `entered` 已入统 · `due` 应统未统 · `not-yet` 应统, work has not begun · `not-applicable` 不适用 · `unknown` the data
 * do not tell whether it must be entered.
 */
export type StatisticsState = 'entered' | 'due' | 'not-yet' | 'not-applicable' | 'unknown';

export function openStatisticsRule(
  section: StatisticsSection,
): (facts: Facts, started: boolean, latest: StatisticsFact | undefined) => StatisticsState {
  const judge = compileCondition(section.applies);
  return (facts, started, latest) => {
    if (latest?.entered) return 'entered';
    const { result } = judge(facts);
    if (result === 'not-met') return 'not-applicable';
    if (result === 'unknown') return 'unknown';
    return started ? 'due' : 'not-yet';
  };
}
