import type { PlainDate } from '#kernel/plain-date';
import { type ReportFacts, sameFacts } from './report.ts';

/** Facts as a route receives them: amounts as text, what is left out undefined. */
export type GivenFacts = {
  readonly [K in keyof ReportFacts]?:
    | (bigint extends ReportFacts[K] ? string | null : ReportFacts[K])
    | undefined;
};

/** What is given, over what was said before; nothing before: null. Blank texts say nothing. */
export function factsOf(given: GivenFacts, before?: ReportFacts): ReportFacts {
  const fen = (text: string | null | undefined, was: bigint | null | undefined) =>
    text === undefined ? (was ?? null) : text === null ? null : BigInt(text);
  const said = (text: string | null | undefined, was: string | null | undefined) =>
    text === undefined ? (was ?? null) : text?.trim() || null;
  const flag = (value: boolean | null | undefined, was: boolean | null | undefined) =>
    value === undefined ? (was ?? null) : value;
  return {
    monthFen: fen(given.monthFen, before?.monthFen),
    cumFen: fen(given.cumFen, before?.cumFen),
    started: flag(given.started, before?.started),
    actualStart: said(given.actualStart, before?.actualStart),
    entered: flag(given.entered, before?.entered),
    enteredOn: said(given.enteredOn, before?.enteredOn),
    progressText: said(given.progressText, before?.progressText),
    problem: said(given.problem, before?.problem),
    matter: said(given.matter, before?.matter),
    matterLevel: said(given.matterLevel, before?.matterLevel),
    reporter: said(given.reporter, before?.reporter),
    reportedOn: said(given.reportedOn, before?.reportedOn),
  };
}

/** Name and day are filled in; the same figures sent again on another day are no correction. */
export function statedFacts(
  given: GivenFacts,
  before: ReportFacts | undefined,
  by: { readonly name: string; readonly on: PlainDate },
): ReportFacts {
  const { reporter, reportedOn, ...rest } = given;
  const again =
    before &&
    factsOf({
      ...rest,
      ...{ reporter: reporter ?? before.reporter, reportedOn: reportedOn ?? before.reportedOn },
    });
  if (again && sameFacts(again, before)) return again;
  return factsOf({ ...rest, reporter: reporter ?? by.name, reportedOn: reportedOn ?? by.on });
}

/** The figures and states that a reviewer answers for; who wrote them down and when is not among them. */
const verifiedFacts = ['monthFen', 'cumFen', 'started', 'actualStart', 'entered', 'enteredOn'] as const;

export function differsInFigures(a: ReportFacts, b: ReportFacts): boolean {
  return verifiedFacts.some((name) => a[name] !== b[name]);
}

/** The words of a report, for the check against marks of secrecy. */
export function wordsOf(facts: ReportFacts): string {
  return [facts.progressText, facts.problem, facts.matter].filter((text) => text !== null).join('\n');
}
