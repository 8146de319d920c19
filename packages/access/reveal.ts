import { audit } from './audit.ts';
import type { City } from './city.ts';

export type Revealed = {
  readonly action: string;
  readonly object: string;
  readonly objectId: string;
  /** What is shown, by name and never by value: 联系电话. */
  readonly field: string;
};

/** Shows personal data in the clear and keeps who was shown what; the route must say `audited`. */
export async function reveal<T>(city: City, what: Revealed, read: () => Promise<T>): Promise<T> {
  const shown = await read();
  const { action, object, objectId, field } = what;
  await audit(city, { action, object, objectId, personalData: true, details: { field } });
  return shown;
}
