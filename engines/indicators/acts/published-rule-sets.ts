import type { City } from '#access';
import { addToMonth, firstDayOf, type Month } from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { findLitMonth } from '../store/light-rows.ts';
import { type PublishedRuleSet, readRuleSets } from '../store/rule-set-rows.ts';

/** Every published version, by the day from which it holds. */
export function publishedRuleSets(city: City): Promise<PublishedRuleSet[]> {
  return readRuleSets(city.tx);
}

/**
 * The first day from which other rules may hold without lighting any month anew: the evaluation day of the month after
 * the last one evaluated. Undefined where nothing was evaluated yet.
 */
export async function firstFreeDay(
  city: City,
  evaluationDay: number,
): Promise<{ day: PlainDate; evaluated: Month } | undefined> {
  const evaluated = await findLitMonth(city.tx, '9999-12', '9999-12-31');
  return evaluated && { day: dueDay(addToMonth(evaluated, 1), evaluationDay), evaluated };
}

/** The day of the following month on which a month is evaluated. */
export function dueDay(month: Month, evaluationDay: number): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), evaluationDay - 1);
}
