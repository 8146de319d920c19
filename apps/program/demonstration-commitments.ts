import { actorOf, type City, findAccountByLogin } from '#access';
import { listMatters } from '#engines/matters';
import { addDays } from '#kernel/plain-date';
import type { DemonstrationYear } from '#pack';
import { checkCommitment } from '../../features/commitments/acts/check-commitment.ts';

/** The promise taken in first of all was broken: the supervision office found so and demands that it be put right. */
export async function fillCommitments(city: City, { asOf }: DemonstrationYear): Promise<void> {
  const account = await findAccountByLogin(city.tx, 'dukaoban');
  if (!account) return;
  const actor = await actorOf(city.tx, account.accountId, city.today);
  const found = await listMatters(city, { kinds: ['commitment'], open: true }, { limit: 50, offset: 0 });
  const [first] = found.rows.toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  if (!first) return;
  const day = addDays(asOf, -3);
  await checkCommitment(
    { ...city, actor, today: day, now: new Date(`${day}T10:00:00+08:00`) },
    {
      ...{ id: first.matterId, version: first.version, verdict: 'breached' },
      note: '超过兑现期限，资金没有拨付，核对了银行回单（演示）',
      ...{ requirement: '一个月内拨付到位，并向企业书面说明', dueOn: addDays(asOf, 30) },
    },
  );
}
