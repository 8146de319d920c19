import type { MatterDefinition } from './definition.ts';

export function statesOf(named: string | readonly string[]): readonly string[] {
  return typeof named === 'string' ? [named] : named;
}

/** A state no action leaves. */
export function isEnd(definition: MatterDefinition, state: string): boolean {
  return Object.values(definition.actions).every(({ from }) => !statesOf(from).includes(state));
}
