import type { Report, ReportFacts } from '#engines/indicators';

/** As a route receives them: amounts as text, what is left out undefined. */
export type GivenFacts = {
  readonly monthFen?: string | null | undefined;
  readonly cumFen?: string | null | undefined;
  readonly started?: boolean | null | undefined;
  readonly actualStart?: string | null | undefined;
  readonly entered?: boolean | null | undefined;
  readonly enteredOn?: string | null | undefined;
  readonly progressText?: string | null | undefined;
  readonly problem?: string | null | undefined;
  readonly matter?: string | null | undefined;
  readonly matterLevel?: string | null | undefined;
  readonly reporter?: string | null | undefined;
  readonly reportedOn?: string | null | undefined;
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

/** The figures and states that a reviewer answers for; who wrote them down and when is not among them. */
const verifiedFacts = ['monthFen', 'cumFen', 'started', 'actualStart', 'entered', 'enteredOn'] as const;

export function differsInFigures(a: ReportFacts, b: ReportFacts): boolean {
  return verifiedFacts.some((name) => a[name] !== b[name]);
}

export function sameFacts(a: ReportFacts, b: ReportFacts): boolean {
  return (Object.keys(a) as (keyof ReportFacts)[]).every((name) => a[name] === b[name]);
}

/** The words of a report, for the check against marks of secrecy. */
export function wordsOf(facts: ReportFacts): string {
  return [facts.progressText, facts.problem, facts.matter].filter((text) => text !== null).join('\n');
}

export function reportView(report: Report) {
  const { number, receivedOn, source, correctionReason, recordedAt, recordedBy } = report;
  return { number, ...factsOf({}, report), receivedOn, source, correctionReason, recordedAt, recordedBy };
}
