/** A clause alone sets the number; beside a clause without a number stands who chose it. */
export function basisText({ clause, basis }: { clause?: string; basis?: string }): string | undefined {
  if (clause && basis) return `${clause}，未写明的为${basis}`;
  return clause ?? basis;
}
