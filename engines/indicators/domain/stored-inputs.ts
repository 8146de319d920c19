import type { Fen } from '#kernel/money';
import type { LightInputs } from './light-inputs.ts';

/** Inputs as JSON keeps them: amounts as strings of fen, exact. */
export type StoredInputs = Omit<LightInputs, 'planToMonthFen' | 'planYearFen' | 'actualToMonthFen'> & {
  readonly planToMonthFen: string | null;
  readonly planYearFen: string | null;
  readonly actualToMonthFen: string | null;
};

export function storeInputs(inputs: LightInputs): StoredInputs {
  const { planToMonthFen, planYearFen, actualToMonthFen, ...rest } = inputs;
  return {
    ...rest,
    planToMonthFen: write(planToMonthFen),
    planYearFen: write(planYearFen),
    actualToMonthFen: write(actualToMonthFen),
  };
}

export function restoreInputs(stored: StoredInputs): LightInputs {
  const { planToMonthFen, planYearFen, actualToMonthFen, ...rest } = stored;
  return {
    ...rest,
    planToMonthFen: read(planToMonthFen),
    planYearFen: read(planYearFen),
    actualToMonthFen: read(actualToMonthFen),
  };
}

function write(fen: Fen | null): string | null {
  return fen === null ? null : String(fen);
}

function read(text: string | null): Fen | null {
  return text === null ? null : BigInt(text);
}
