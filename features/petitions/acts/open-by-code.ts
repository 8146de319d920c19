import type { City } from '#access';
import { getMatter, type HeldMatter, type MatterId } from '#engines/matters';
import { Refusal } from '#kernel/refusal';
import { limitsOf } from '../petitions-section.ts';
import { attemptKey, codeFits } from './follow-code.ts';
import '../refusals.ts';
import { countFailure, forgetFailures, lockedUntil } from '../store/attempt.ts';
import { petitionByNumber, waitForEqual } from '../store/petition.ts';
import { asRaiser } from './as-raiser.ts';

export type Opened = { readonly city: City; readonly held: HeldMatter; readonly petitionId: string };

/**
 * The petition, to whoever knows number and code. A number that does not exist is counted, locked and answered like a
 * wrong code. The refusal is returned, not thrown: the count of failures must be kept.
 */
export async function openByCode(
  city: City,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<Opened | Refusal> {
  const { tx, now } = city;
  const limits = limitsOf(city.pack);
  const asked = number.normalize('NFKC').trim().toUpperCase();
  const ofNumber = attemptKey('number', asked);
  const ofAddress = attemptKey('address', city.origin?.ip ?? '');
  // One guess at a time, else many at once would pass before the first is counted.
  await waitForEqual(tx, ofNumber);
  const until = await lockedUntil(tx, [ofNumber, ofAddress], now);
  if (until) return locked(until);
  const kept = await petitionByNumber(tx, asked);
  if (!(await codeFits(code, kept)) || !kept) {
    const { wrongCodes: attempts, wrongCodesOfAddress, lockMinutes } = limits;
    const numberUntil = await countFailure(tx, ofNumber, now, { most: attempts, lockMinutes });
    const addressUntil = await countFailure(tx, ofAddress, now, { most: wrongCodesOfAddress, lockMinutes });
    const then = numberUntil ?? addressUntil;
    return then ? locked(then) : new Refusal('petition.wrong_code', { attempts, minutes: lockMinutes });
  }
  await forgetFailures(tx, ofNumber);
  const raiser = await asRaiser(city, kept.petitionId);
  const held = await getMatter(raiser, kept.matterId as MatterId);
  return { city: raiser, held, petitionId: kept.petitionId };
}

function locked(until: Date): Refusal {
  const time = until.toLocaleTimeString('zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false },
  });
  return new Refusal('petition.locked', { time });
}
