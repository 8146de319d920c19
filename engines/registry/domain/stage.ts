import type { Condition } from '#kernel/condition';
import type { YearCategory } from './aspect.ts';

/** A kind of proof a stage may ask for (土地摘牌, 施工许可证, 开工 …). */
export type EvidenceKind = { readonly id: string; readonly name: string; readonly note?: string };

/**
 * What entering a stage demands: one of the alternatives, each a set of evidence kinds that must all be shown.
 * `from` and `when` narrow it.
 */
export type StageDemand = {
  readonly anyOf: readonly (readonly string[])[];
  readonly from?: readonly string[] | undefined;
  readonly when?: Condition | undefined;
  readonly clause?: string | undefined;
};

export type Stage = {
  readonly id: string;
  readonly name: string;
  /** Stages that may follow. */
  readonly to: readonly string[];
  readonly demands: readonly StageDemand[];
  /** Work on site has begun: counts for statistics entry. */
  readonly started: boolean;
  /** Completed, paused, ended, merged: owes no report. */
  readonly closed: boolean;
  /** Entered only after the district saw on site that it is so. */
  readonly checked: boolean;
  readonly order: number;
};

/** What the district looks for on site, and why a start does not count: 仅举行仪式, 仅场地平整. */
export type StartCheckRule = {
  readonly text: string;
  readonly grounds: readonly { readonly id: string; readonly name: string }[];
  /** Categories of the year's lists among which starts without their proof are looked for. */
  readonly categories: readonly YearCategory[];
  readonly clause?: string | undefined;
};

/** A label over stages: 三个一批, 五个一批. */
export type Batch = {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly string[];
  readonly clause?: string | undefined;
};

export type BatchSet = { readonly id: string; readonly name: string; readonly batches: readonly Batch[] };

export type StagesSection = {
  readonly stages: readonly Stage[];
  readonly evidence: readonly EvidenceKind[];
  readonly batchSets: readonly BatchSet[];
  /** Forms of investment that demands tell apart (实体, 房地产, 轻资产). */
  readonly forms: readonly { readonly id: string; readonly name: string }[];
  /** Stage a project has at least, by its category in a yearly list. */
  readonly categories: Readonly<Record<string, string>>;
  readonly startCheck: StartCheckRule;
};
