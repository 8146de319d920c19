import type { FactName, FactValue } from './fact.ts';

/** One cell that got another value. */
export type Change = {
  readonly rowId: string;
  readonly fact: FactName;
  readonly before: FactValue;
  readonly after: FactValue;
};

/** What was done in one go and is taken back in one go: a cell with what follows from it, a pasted block. */
export type Deed = readonly Change[];

export type History = { readonly done: readonly Deed[]; readonly undone: readonly Deed[] };

const longest = 200;

export const noHistory: History = { done: [], undone: [] };

export function remember({ done }: History, deed: Deed): History {
  return { done: [...done, deed].slice(-longest), undone: [] };
}

/** The changes that take the last deed back, and the history afterwards. */
export function takeBack({ done, undone }: History): { deed: Deed; history: History } | undefined {
  const last = done.at(-1);
  if (!last) return undefined;
  const deed = last
    .map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before }))
    .reverse();
  return { deed, history: { done: done.slice(0, -1), undone: [...undone, last] } };
}

export function doAgain({ done, undone }: History): { deed: Deed; history: History } | undefined {
  const deed = undone.at(-1);
  if (!deed) return undefined;
  return { deed, history: { done: [...done, deed], undone: undone.slice(0, -1) } };
}
