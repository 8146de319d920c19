import type { City } from '#access';
import { plainReportingRules, type ReportingRules } from '../domain/reporting-rules.ts';
import { reportingSection } from '../reporting-section.ts';

/** How the city's month runs, as its pack says. */
export function reportingRulesOf({ pack }: Pick<City, 'pack'>): ReportingRules {
  return (pack.sections.get(reportingSection.id) as ReportingRules | undefined) ?? plainReportingRules;
}
