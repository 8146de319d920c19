import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** Whose clock runs on a matter, and how much is left of it. */
export type BlockingMatter = {
  readonly matterId: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly level: string | null;
  readonly lead: string | null;
  readonly state: string;
  readonly dueOn: PlainDate | null;
  /** 还有 3 天、超期 2 天、已暂停计时. */
  readonly left: string;
  readonly late: boolean;
};

/** One item on one page: light and why, plan and actual, cause, what blocks it and whose clock runs, who answers. */
export type Sheet = {
  /** Why it is on the agenda, a sentence each. */
  readonly reasons: readonly string[];
  /** With figures and words of others: the title in full. */
  readonly title: string;
  readonly district: string | null;
  readonly light: {
    readonly month: Month;
    readonly overall: Light;
    readonly before: Light | null;
    readonly why: string | null;
  } | null;
  /** Fen as digits, cumulated to the month. */
  readonly planFen: `${bigint}` | null;
  readonly actualFen: `${bigint}` | null;
  readonly completion: string | null;
  /** Completion of the months before, the oldest first. */
  readonly earlier: readonly { readonly month: Month; readonly completion: string }[];
  readonly cause: string | null;
  readonly matters: readonly BlockingMatter[];
  readonly responsible: readonly { readonly kind: string; readonly name: string }[];
  /** Lines of an item that is about many: problems of one cause, projects without a holder. */
  readonly lines: readonly string[];
};

export const emptySheet: Omit<Sheet, 'title'> = {
  reasons: [],
  district: null,
  light: null,
  planFen: null,
  actualFen: null,
  completion: null,
  earlier: [],
  cause: null,
  matters: [],
  responsible: [],
  lines: [],
};
