import type { Chain } from '../contract.ts';
import { missingTexts } from '../texts.ts';

type Seen = Pick<Chain, 'light' | 'causes' | 'matters' | 'orders' | 'withinScope'>;

/**
 * The links nobody made yet. A project that is on schedule and has nothing open owes none of them; outside the reader's
 * scope nobody can tell.
 */
export function findMissing({ light, causes, matters, orders, withinScope }: Seen): Chain['missing'] {
  const missing: (keyof typeof missingTexts)[] = [];
  if (!light) missing.push('light');
  const open = matters.filter(({ closedOn }) => closedOn === null);
  const isLate = light?.overall === 'red' || light?.overall === 'yellow';
  if (withinScope && (isLate || open.length > 0)) {
    const every = [...matters.flatMap((one) => [one, ...one.orders]), ...orders];
    const isDecided = orders.length > 0 || matters.some((one) => one.orders.length + one.answers.length > 0);
    if (causes.length === 0 && matters.every(({ cause }) => cause === null)) missing.push('cause');
    if (matters.length === 0) missing.push('matter');
    if (!isDecided) missing.push('decision');
    if (every.every(({ clock }) => clock === null)) missing.push('deadline');
    if (every.every(({ evidence }) => evidence.length === 0)) missing.push('evidence');
  }
  return missing.map((station) => ({ station, ...missingTexts[station] }));
}
