import type { Fen } from '#kernel/money';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { SubjectId } from './subject.ts';

/** A day, or a month or a year where no more is known: `2023-05-12`, `2023-05`, `2023`. Text order is time order. */
export type PartialDate = string;

/** Reported by the unit, or verified by an office: kept apart, neither replaces the other. */
export type ReportStanding = 'reported' | 'verified';

/** A report for a month that is locked: one that was missing, or one that was wrong. It counts in later months only. */
export type AfterLock = {
  readonly kind: 'late' | 'correction';
  readonly reason: string;
  readonly approver: string;
};

/** What a month's report says. Null: it says nothing on this. */
export type ReportFacts = {
  readonly monthFen: Fen | null;
  /** Done this year up to the month. Missing: the month counts as not reported. */
  readonly cumFen: Fen | null;
  readonly started: boolean | null;
  readonly actualStart: PartialDate | null;
  readonly entered: boolean | null;
  readonly enteredOn: PartialDate | null;
  readonly progressText: string | null;
  readonly problem: string | null;
  readonly matter: string | null;
  readonly matterLevel: string | null;
  readonly reporter: string | null;
  readonly reportedOn: PartialDate | null;
};

export type NewReport = Partial<ReportFacts> & {
  readonly subjectId: SubjectId;
  readonly month: Month;
  /** Default: reported. */
  readonly standing?: ReportStanding;
  /** The effective day: an evaluation as of an earlier day does not know this report. */
  readonly receivedOn: PlainDate;
  readonly source?: string | null;
  /** Sheet and row of the workbook it came from. */
  readonly sourceRow?: string | null;
};

export type Report = ReportFacts & {
  readonly reportId: string;
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly standing: ReportStanding;
  /** 1 for the first; the highest number stands. */
  readonly number: number;
  /** The whole import it came with was taken back, and no earlier report was there. */
  readonly withdrawn: boolean;
  readonly supersededBy: number | null;
  readonly receivedOn: PlainDate;
  readonly source: string | null;
  readonly importId: string | null;
  readonly sourceRow: string | null;
  readonly correctionReason: string | null;
  readonly afterLock: AfterLock['kind'] | null;
  readonly approver: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
};

export const factNames = [
  'monthFen',
  'cumFen',
  'started',
  'actualStart',
  'entered',
  'enteredOn',
  'progressText',
  'problem',
  'matter',
  'matterLevel',
  'reporter',
  'reportedOn',
] as const satisfies readonly (keyof ReportFacts)[];

export const noFacts: ReportFacts = {
  monthFen: null,
  cumFen: null,
  started: null,
  actualStart: null,
  entered: null,
  enteredOn: null,
  progressText: null,
  problem: null,
  matter: null,
  matterLevel: null,
  reporter: null,
  reportedOn: null,
};

export function sameFacts(a: ReportFacts, b: ReportFacts): boolean {
  return factNames.every((name) => a[name] === b[name]);
}
