import type { Condition } from '#kernel/condition';

/** A kind of proof a stage may ask for (土地摘牌, 施工许可证, 开工 …). */
export type EvidenceKind = { readonly id: string; readonly name: string; readonly note?: string };

/**
 * What entering a stage demands: one of the alternatives, each a set of evidence kinds that must all be shown.
 * `from` and `when` narrow it; a demand whose condition cannot be decided is asked for first.
 */
export type StageDemand = {
  readonly anyOf: readonly (readonly string[])[];
  readonly from?: readonly string[];
  readonly when?: Condition;
  readonly clause?: string;
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
  readonly order: number;
};

export type Batch = {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly string[];
  readonly clause?: string;
};

export type BatchSet = { readonly id: string; readonly name: string; readonly batches: readonly Batch[] };

export type StagesSection = {
  readonly stages: readonly Stage[];
  readonly evidence: readonly EvidenceKind[];
  readonly batchSets: readonly BatchSet[];
  /** Forms of investment that demands may tell apart (实体, 房地产, 轻资产). */
  readonly forms: readonly { readonly id: string; readonly name: string }[];
  /** Stage a project has at least, by its category in a yearly list. */
  readonly categories: Readonly<Record<string, string>>;
};
