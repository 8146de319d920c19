import type { Condition } from '#kernel/condition';

export const cadenceKinds = ['旬', '月调度', '季调度', '专题', '日常', '联席会议', '指挥部'] as const;
export type CadenceKind = (typeof cadenceKinds)[number];

/** Who presides, from the highest. */
export const cadenceLevels = ['city-mayor', 'vice-mayor', 'department', 'district', 'group'] as const;
export type CadenceLevel = (typeof cadenceLevels)[number];

export const cadenceSteps = ['week', 'xun', 'month', 'quarter'] as const;
export type CadenceStep = (typeof cadenceSteps)[number];

/** The day within a period, before it is moved to a working day. */
export type DayRule = {
  /** Month of the quarter, 1 to 3. */
  readonly month?: number;
  /** Of the month, or of the ten days. */
  readonly day?: number;
  /** The nth working day of the month. */
  readonly workday?: number;
  /** 1 Monday to 7. */
  readonly weekday?: number;
  /** The nth such weekday of the month. */
  readonly nth?: number;
};

/** What is proposed for the agenda; a rule that is absent proposes nothing. */
export type AgendaRules = {
  readonly newlyRed?: boolean;
  readonly worsenedTwice?: boolean;
  /** From this level of a ladder on, matters come before the meeting. */
  readonly mattersFrom?: string;
  readonly undone?: boolean;
  readonly gaps?: boolean;
  /** So many open problems of one cause are a common problem. */
  readonly commonFrom?: number;
  /** Of each sort at most so many; the rest is counted. */
  readonly most: number;
};

export type Cadence = {
  readonly id: string;
  readonly name: string;
  readonly kind: CadenceKind;
  readonly level: CadenceLevel;
  /** Absent: held when there is need. */
  readonly every?: CadenceStep;
  readonly on: DayRule;
  readonly off: boolean;
  /** The projects it is about; absent: all that report. */
  readonly scope?: Condition;
  readonly agenda: AgendaRules;
  /** Working days before the meeting on which comments begin and end. */
  readonly comments?: { readonly opens: number; readonly closes: number };
  /** A clause of a document, or that the number is the platform's. */
  readonly basis: string;
};

export type Cadences = readonly Cadence[];
