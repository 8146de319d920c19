import type { City } from '#access';
import type { Month } from '#kernel/month';
import { readProposals } from '../store/proposal.ts';

export async function proposalsMadeOf(city: City, month: Month): Promise<boolean> {
  return (await readProposals(city.tx, month)).length > 0;
}
