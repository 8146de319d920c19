import type { Month } from '#kernel/month';
import type { ChainStep, StepActor } from './reporting-rules.ts';
import type { SubjectId } from './subject.ts';

/** The state of a row that has passed all steps. */
export const verifiedState = 'verified';

export type StepAct = 'submit' | 'pass' | 'return' | 'verify' | RequestAct | 'approve' | 'reject';
/** After the lock: 补报 of what was not verified, 更正 of what was. */
export type RequestAct = 'ask-late' | 'ask-correction';

/** One act in the life of a row. */
export type StepEntry = {
  readonly entryId: string;
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly act: StepAct;
  /** The step it was done at, and the one the row waits for since. */
  readonly step: string;
  readonly toState: string;
  readonly reportNumber: number | null;
  readonly accountId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  readonly at: Date;
};

/** Where a row stands, with what is kept of it beside the log. */
export type ChainRow = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly state: string;
  /** Grows with every act and every save of the draft. */
  readonly version: number;
  /** The report it is about; null while there is only a draft. */
  readonly reportNumber: number | null;
  readonly returned: boolean;
  readonly filledBy: string | null;
  readonly filledByPerson: string | null;
  readonly filledByName: string | null;
  readonly onBehalfOf: string | null;
  readonly filledAt: Date | null;
};

/** What the log says of the report that stands: who filled it, who passed it since, why it came back. */
export type Told = {
  readonly state: string | undefined;
  readonly submitted: StepEntry | undefined;
  readonly reviews: readonly StepEntry[];
  readonly returned: StepEntry | undefined;
};

export function foldSteps(entries: readonly StepEntry[]): Told {
  let told: Told = { state: undefined, submitted: undefined, reviews: [], returned: undefined };
  for (const entry of entries) {
    const { act, toState: state } = entry;
    if (act === 'submit') told = { state, submitted: entry, reviews: [], returned: undefined };
    else if (act === 'return') told = { ...told, state, reviews: [], returned: entry };
    else if (act === 'pass' || act === 'verify' || act === 'approve')
      told = { ...told, state, reviews: [...told.reviews, entry], returned: undefined };
  }
  return told;
}

export function firstStep(steps: readonly ChainStep[]): string {
  return steps[0]?.id ?? verifiedState;
}

export function stepOf(steps: readonly ChainStep[], id: string): ChainStep | undefined {
  return steps.find((step) => step.id === id);
}

/** The name people read; a step the pack no longer has keeps its id. */
export function stepName(steps: readonly ChainStep[], id: string): string {
  return id === verifiedState ? '已核定' : (stepOf(steps, id)?.name ?? id);
}

/**
 * The step after one, leaving out those at which nobody may act. Nobody verifies in the city's stead, so its step is
 * never left out; after the last step, or one the pack no longer has, comes the city's.
 */
export function nextStep(
  steps: readonly ChainStep[],
  from: string,
  mayAct: (by: StepActor) => boolean,
): string {
  const at = steps.findIndex(({ id }) => id === from);
  const later = at < 0 ? steps.filter(({ by }) => by === 'coordinator') : steps.slice(at + 1);
  const next = later.find(({ by }) => by === 'coordinator' || mayAct(by));
  return next?.id ?? verifiedState;
}
