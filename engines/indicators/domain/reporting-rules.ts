/** Who acts at a step: whoever fills for the project, its district, the department of its sector, the city. */
export type StepActor = 'filler' | 'district' | 'department' | 'coordinator';

export type ChainStep = {
  readonly id: string;
  readonly name: string;
  readonly by: StepActor;
  /** Day of the next month by which it is done; the month's last day where it has no such day. */
  readonly dueDay: number;
};

/** Other days for one month of the year; what it does not name stays. */
export type MonthException = {
  readonly month: number;
  readonly openingDay?: number;
  readonly due?: Readonly<Record<string, number>>;
  readonly lockDay?: number;
  readonly publishDay?: number;
};

/** How a city's month runs. Filling comes first, the city's verification last. */
export type ReportingRules = {
  readonly basis: string;
  /** Day of the month itself from which it may be filled. */
  readonly openingDay: number;
  /** The hour at which a due day ends; null: midnight. */
  readonly cutOffHour: number | null;
  readonly steps: readonly ChainStep[];
  readonly lockDay: number;
  readonly publishDay: number;
  readonly exceptions: readonly MonthException[];
  /** The first months of a year reported as one, named by the last; nothing is owed for those before it. */
  readonly joined: readonly (readonly number[])[];
};

/** Used where no pack says anything: whoever runs the engine alone. */
export const plainReportingRules: ReportingRules = {
  basis: '平台默认值',
  openingDay: 25,
  cutOffHour: null,
  steps: [
    { id: 'fill', name: '填报', by: 'filler', dueDay: 3 },
    { id: 'verify', name: '市级核定', by: 'coordinator', dueDay: 9 },
  ],
  lockDay: 12,
  publishDay: 15,
  exceptions: [],
  joined: [],
};
