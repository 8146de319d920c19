import type { DeclaredMatter } from './definition.ts';
import { definitionFaults } from './definition-faults.ts';
import { keepMatterKind } from './matter-kinds.ts';

/**
 * Declares a kind of matter. What names a state or a field that does not exist is refused by the compiler; what only
 * the whole shows (a state nobody reaches, a handler who closes his own) stops the program at its start.
 */
export function defineMatter<
  const State extends string,
  const Action extends string,
  const Clock extends string,
  const Field extends string,
>(definition: DeclaredMatter<State, Action, Clock, Field>): DeclaredMatter<State, Action, Clock, Field> {
  const faults = definitionFaults(definition);
  if (faults.length > 0) throw new Error(`Matter ${definition.id}: ${faults.join('; ')}`);
  keepMatterKind(definition);
  return definition;
}
