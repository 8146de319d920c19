import type { Deadline } from './deadline.ts';
import type { Script } from './script.ts';

/** What is known where targets are read. */
export type TargetWorld = {
  readonly script: Script;
  /** A month or a quarter without a year is of this one. */
  readonly year: number;
  /** The deadline a heading or a chapter sets for everything under it. */
  readonly inherited: { readonly date: Deadline['date']; readonly text: string } | undefined;
  /** Counts named before in the document: said again they are no new target. */
  readonly named: Set<string>;
};
