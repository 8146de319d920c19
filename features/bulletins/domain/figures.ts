import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** Whole fen as digits: figures are kept as text, and read again as the same text. */
export type FenDigits = `${bigint}`;

/** One project of the month, as it was evaluated. Every sum of the bulletin is a sum of such rows. */
export type FigureRow = {
  readonly projectId: string;
  readonly number: string;
  readonly name: string;
  readonly districtId: string | null;
  readonly district: string;
  readonly category: 'building' | 'new-start';
  readonly lists: readonly string[];
  readonly light: Light;
  /** The month before; null: it had no light then. */
  readonly before: Light | null;
  readonly planFen: FenDigits | null;
  readonly planYearFen: FenDigits | null;
  /** Null: nothing was reported for the month. */
  readonly actualFen: FenDigits | null;
  readonly evaluationId: string;
  readonly reportId: string | null;
  readonly reportNumber: number | null;
  /** In the report's own words; kept for red rows. */
  readonly problem: string | null;
  /** The sentence of the rule that gave the light; kept for red rows. */
  readonly why: string | null;
  /** The first approved plan, where a later version is the one counted; absent where the plan never changed. */
  readonly original?: { readonly planFen: FenDigits | null; readonly planYearFen: FenDigits | null };
};

/** 原计划 beside 调整后. Of projects whose plan never changed both are the same. */
export type PlansOfGroup = {
  readonly revised: number;
  readonly originalFen: FenDigits;
  readonly originalYearFen: FenDigits;
  readonly planFen: FenDigits;
  readonly planYearFen: FenDigits;
  readonly originalCompletion: string | null;
  readonly completion: string | null;
};

export type BothPlans = {
  readonly total: PlansOfGroup;
  readonly districts: readonly (PlansOfGroup & { readonly id: string; readonly name: string })[];
};

export type LightTally = Readonly<Record<Light, number>>;

/** Percentages are texts with one decimal; null where there is no whole. */
export type GroupFigures = {
  readonly projects: number;
  readonly reported: number;
  readonly lights: LightTally;
  /** The month before; null where nothing was evaluated then. */
  readonly before: LightTally | null;
  readonly planFen: FenDigits;
  readonly planYearFen: FenDigits;
  readonly actualFen: FenDigits;
  /** 完成率 over all projects, and over those that reported. */
  readonly completion: string | null;
  readonly reportedCompletion: string | null;
  readonly plannedProgress: string | null;
  readonly actualProgress: string | null;
};

export type NamedGroup = { readonly id: string; readonly name: string } & GroupFigures;

export type RankingLine = {
  readonly id: string;
  readonly name: string;
  readonly completion: string | null;
  /** Null: nothing was planned, so there is nothing to rank by. */
  readonly rank: number | null;
  readonly previousRank: number | null;
};

/** What is frozen: a later report or correction changes none of it. */
export type Figures = {
  readonly schema: 1;
  readonly cityId: number;
  readonly city: string;
  readonly month: Month;
  /** The last day on which one of its lights was evaluated: what came in later is not in it. */
  readonly evaluatedOn: PlainDate;
  readonly previousMonth: Month | null;
  /** Of a bulletin issued for the month before, its frozen lights; otherwise those that stood then. */
  readonly previousFrom: 'bulletin' | 'lights' | null;
  readonly rules: {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly basis: string;
  };
  readonly timeProgress: string;
  readonly total: GroupFigures;
  readonly categories: readonly NamedGroup[];
  readonly districts: readonly NamedGroup[];
  readonly lists: readonly NamedGroup[];
  readonly ranking: readonly RankingLine[];
  /** Projects that owe no report: 前期, 暂停 … */
  readonly apart: number;
  readonly newlyRed: readonly string[];
  readonly noLongerRed: readonly string[];
  /** Red ones by what they lack to their plan, at most ten. */
  readonly furthestBehind: readonly string[];
  readonly missing: readonly string[];
  /** Absent where no plan was changed, as in every bulletin from before plans could be compared. */
  readonly plans?: BothPlans;
  readonly rows: readonly FigureRow[];
};

export type GroupKind = 'all' | 'category' | 'district' | 'list';

/** The rows that a figure of the bulletin is the sum or the count of. */
export function rowsOfGroup(rows: readonly FigureRow[], kind: GroupKind, id: string): FigureRow[] {
  if (kind === 'all') return [...rows];
  if (kind === 'category') return rows.filter(({ category }) => category === id);
  if (kind === 'district') return rows.filter(({ districtId }) => (districtId ?? 'none') === id);
  return rows.filter(({ lists }) => lists.includes(id));
}
