import type { City } from '#access';
import { type Month, yearOfMonth } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import { joinDuty } from '../domain/joined-duty.ts';
import type { SubjectDuty } from '../domain/subject.ts';
import { addDuties, findStatedDuties } from '../store/duty-rows.ts';
import { keepRollups, wholeYear } from './keep-rollups.ts';
import { reportingRulesOf } from './reporting-rules-of.ts';

defineRefusals({
  'duty.reason_missing': { status: 422, text: '不报月报的项目须写明原因' },
  'duty.owes_nothing': { status: 422, text: '既非在建也非新开工的项目不报月报' },
});

/**
 * Records what subjects owe from a month on. Stating the same again changes nothing; stating otherwise for the same
 * month corrects it. Lights of months already evaluated stay until those months are evaluated again.
 */
export async function stateDuties(city: City, duties: readonly SubjectDuty[]): Promise<{ recorded: number }> {
  const rules = reportingRulesOf(city);
  const complete = duties.map(completeDuty).flatMap((duty) => joinDuty(rules, duty).map(completeDuty));
  let recorded = 0;
  for (const [year, ofYear] of byYear(complete)) {
    const subjectIds = [...new Set(ofYear.map(({ subjectId }) => subjectId))];
    await keepRollups(city, subjectIds, wholeYear(year), async () => {
      const stated = await findStatedDuties(city.tx, ofYear);
      const known = new Map(stated.map((one) => [keyOf(one), one]));
      const fresh: (Required<SubjectDuty> & { number: number })[] = [];
      for (const duty of ofYear) {
        const before = known.get(keyOf(duty));
        if (before && sameDuty(before, duty)) continue;
        const numbered = { ...duty, number: (before?.number ?? 0) + 1 };
        known.set(keyOf(duty), numbered);
        fresh.push(numbered);
      }
      await addDuties(city.tx, fresh, city.actor.name);
      recorded += fresh.length;
    });
  }
  return { recorded };
}

function completeDuty(duty: SubjectDuty): Required<SubjectDuty> {
  ensure(duty.owes || duty.reason, 'duty.reason_missing');
  ensure(!duty.owes || duty.category !== 'none', 'duty.owes_nothing');
  const { plannedStartMonth = null, startedMonth = null, reason = null } = duty;
  return { ...duty, plannedStartMonth, startedMonth, reason };
}

function sameDuty(a: Required<SubjectDuty>, b: Required<SubjectDuty>): boolean {
  return (
    a.category === b.category &&
    a.plannedStartMonth === b.plannedStartMonth &&
    a.startedMonth === b.startedMonth &&
    a.owes === b.owes &&
    a.reason === b.reason
  );
}

function keyOf({ subjectId, fromMonth }: { subjectId: string; fromMonth: Month }): string {
  return `${subjectId} ${fromMonth}`;
}

function byYear(duties: readonly Required<SubjectDuty>[]): Map<number, Required<SubjectDuty>[]> {
  return Map.groupBy(duties, ({ fromMonth }) => yearOfMonth(fromMonth));
}
