import type { City } from '#access';
import {
  contradictionsOf,
  contradictionTexts,
  factsOf,
  type GivenFacts,
  type ReportFacts,
} from '#engines/indicators';
import type { ProjectBrief } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { amountsOf, projectInReach } from './project-in-reach.ts';
import { standingMonths, type YearStates } from './standing-months.ts';

export type ContradictionLine = { readonly code: string; readonly about: string; readonly text: string };

type About = {
  readonly view: ProjectBrief;
  readonly states: YearStates;
  readonly receivedOn: PlainDate;
  /** A workbook may have no column for the start date; the form on screen asks for it. */
  readonly asksStartDate: boolean;
};

export function contradictionLines(month: Month, facts: ReportFacts, about: About): ContradictionLine[] {
  const { view, states, receivedOn, asksStartDate } = about;
  const found = contradictionsOf(month, facts, {
    earlier: states.before(month),
    ...amountsOf(view, yearOfMonth(month)),
    category: states.of(month).duty?.category ?? null,
    receivedOn,
    asksStartDate,
  });
  return found.map(({ code, about: field }) => ({ code, about: field, text: contradictionTexts[code] }));
}

/** What would be said of figures being typed; nothing is written. */
export async function checkReport(
  city: City,
  { id, month, ...given }: { id: string; month: Month } & GivenFacts,
): Promise<{ contradictions: ContradictionLine[] }> {
  const view = await projectInReach(city, 'report.fill', id);
  const states = await standingMonths(city, id, yearOfMonth(month));
  const about = { view, states, receivedOn: city.today, asksStartDate: true };
  return { contradictions: contradictionLines(month, factsOf(given), about) };
}
