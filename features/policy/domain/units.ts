import type { Doubt } from './doubt.ts';
import { type Place, placeOf, type Script, type Span } from './script.ts';
import type { UnitRole } from './unit-label.ts';
import { type ListedUnit, readUnits } from './unit-list.ts';
import { type Marking, unitMarks } from './unit-mark.ts';
import type { UnitRules } from './unit-rules.ts';

/** A unit's part in a measure, with how the document says so. */
export type MeasureUnit = {
  readonly name: string;
  readonly role: UnitRole;
  readonly place: Place;
  readonly marking: Marking | 'first' | 'comma' | 'everywhere';
  readonly confidence: number;
};

const sure: Readonly<Record<MeasureUnit['marking'], number>> = {
  label: 0.98,
  sentence: 0.9,
  bracket: 0.7,
  first: 0.9,
  comma: 0.9,
  everywhere: 0.85,
};

export type MeasureUnits = { readonly units: readonly MeasureUnit[]; readonly doubts: readonly Doubt[] };

/** The units of a measure, every list of it, with what the document says once about all lists. */
export function unitsOf(
  script: Script,
  span: Span,
  rules: UnitRules,
  { bare }: { readonly bare: boolean },
): MeasureUnits {
  const doubts: Doubt[] = [];
  const units: MeasureUnit[] = [];
  const marks = unitMarks(script, span, { bare });
  const saysLead = marks.some(({ role }) => role === 'lead');
  for (const mark of marks) {
    const list = readUnits(script, mark.list, mark.role);
    if (list.open)
      doubts.push({
        place: placeOf(script, list.open),
        kind: 'unit-open',
        text: '单位名单以“等”结尾，没有写全，请核对还有哪些单位',
      });
    for (const odd of list.odd)
      doubts.push({
        place: placeOf(script, odd),
        kind: 'unit-odd',
        text: `单位名单中的“${script.printed.slice(odd.start, odd.end)}”不像单位名称，没有列入`,
      });
    const early = mark.span.end <= (rules.firstFrom ?? 0);
    const ruled = !saysLead && !list.spoken && !early;
    for (const unit of list.units)
      add(units, script, unit, markingOf(unit, list.units, mark.marking, ruled ? rules : undefined));
  }
  for (const { name, span: where } of rules.everywhere) {
    if (units.some((unit) => unit.name === name)) continue;
    const marking = 'everywhere';
    units.push({
      name,
      role: 'responsible',
      place: placeOf(script, where),
      marking,
      confidence: sure[marking],
    });
  }
  return { units, doubts };
}

function markingOf(
  unit: ListedUnit,
  list: readonly ListedUnit[],
  marking: Marking,
  rules: UnitRules | undefined,
): MeasureUnit['marking'] {
  if (rules?.firstLeads && unit === list[0]) return 'first';
  const several = list.some(({ group }) => group > 0);
  if (rules?.beforeCommaLeads && several && unit.group === 0) return 'comma';
  if (rules?.beforeSemicolonLeads && unit.part === 0 && list.some(({ part }) => part > 0)) return 'comma';
  return marking;
}

function add(units: MeasureUnit[], script: Script, unit: ListedUnit, marking: MeasureUnit['marking']): void {
  const role = marking === 'first' || marking === 'comma' ? 'lead' : unit.role;
  if (units.some((one) => one.name === unit.name && one.role === role)) return;
  const { name, span } = unit;
  units.push({ name, role, place: placeOf(script, span), marking, confidence: sure[marking] });
}
