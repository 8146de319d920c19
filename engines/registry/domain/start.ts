import type { Facts } from '#kernel/condition';
import type { Stage, StagesSection } from './stage.ts';
import { demandNames, unmetDemands } from './stage-change.ts';
import type { StartCheck } from './start-check.ts';

/** How the district judged the start so far. */
export type CheckState = 'none' | StartCheck['outcome'];

export type StartState = {
  /** Its stage, or a report, says that work has begun. */
  readonly begun: boolean;
  /** Begun without the proof that 开工 demands: which one is missing, in words. */
  readonly missing: string | null;
  readonly check: CheckState;
};

/** The stage whose demands tell what a start needs: the one that is checked on site. */
export function startStage(section: StagesSection): Stage | undefined {
  return section.stages.find((stage) => stage.checked);
}

/** Nothing but the proof itself takes the flag away: no stage, no list, no opinion. */
export function startStateOf(
  section: StagesSection,
  project: {
    readonly stage: string;
    readonly facts: Facts;
    readonly reported: boolean;
    readonly shown: ReadonlySet<string>;
    readonly check: StartCheck | undefined;
  },
): StartState {
  const stage = startStage(section);
  const { shown, facts, check, reported } = project;
  const begun = reported || (section.stages.find((one) => one.id === project.stage)?.started ?? false);
  const missing =
    begun && stage ? unmetDemands(stage, { facts, shown }).map((one) => demandNames(section, one)) : [];
  return {
    begun,
    missing: missing.length === 0 ? null : missing.join('；'),
    check: check?.outcome ?? 'none',
  };
}

/** Kinds of proof that a start may be shown by. */
export function startProofs(section: StagesSection): { readonly id: string; readonly name: string }[] {
  const kinds = new Set((startStage(section)?.demands ?? []).flatMap((demand) => demand.anyOf.flat()));
  return section.evidence.filter((kind) => kinds.has(kind.id)).map(({ id, name }) => ({ id, name }));
}
