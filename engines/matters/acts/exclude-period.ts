import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { insertExcludedPeriod } from '../store/excluded-period.ts';
import { instantOf } from './instant-of.ts';
import { type MovedClock, recalculate } from './recalculate.ts';

defineRefusals({
  'matter.period_backwards': {
    status: 422,
    text: '不计入时限的期间，结束日期（{to}）不能早于开始日期（{from}）',
  },
  'matter.period_no_document': { status: 422, text: '请写明依据的文件（文号）和事由' },
});

export type NewExcludedPeriod = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** None: for every kind. */
  readonly kinds?: readonly string[] | undefined;
  readonly document: string;
  readonly reason: string;
};

/** A declared period that counts for no clock (DL20-15); every running clock is derived again, what moved is logged. */
export async function excludePeriod(city: City, asked: NewExcludedPeriod): Promise<readonly MovedClock[]> {
  const { from, to, kinds } = asked;
  const [document, reason] = [asked.document.trim(), asked.reason.trim()];
  ensure(from <= to, 'matter.period_backwards', { from, to });
  ensure(document && reason, 'matter.period_no_document');
  const periodId = newId<'ExcludedPeriod'>();
  await insertExcludedPeriod(city.tx, {
    ...{ periodId, from, to, kinds: kinds ?? null, document, reason },
    ...{ declaredBy: city.actor.accountId, declaredName: city.actor.name, declaredAt: instantOf(city) },
  });
  await audit(city, {
    ...{ action: 'clock.exclude', object: 'excluded-period', objectId: periodId },
    details: { from, to, kinds, document },
  });
  return recalculate(city, `${document}：${reason}`);
}
