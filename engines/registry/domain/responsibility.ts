import { type Condition, compileCondition, type Facts } from '#kernel/condition';

/** A kind of responsibility a city gives out: 包保领导, 领办领导, 牵头单位, 责任单位, 服务秘书, 三包, 四个一. */
export type ResponsibilityKind = {
  readonly id: string;
  readonly name: string;
  readonly holder: 'person' | 'department' | 'unit';
  /** Field of a list workbook it is read from. */
  readonly field?: 'leader' | 'secretary' | 'leadDepts' | 'respUnit' | undefined;
  /** Projects that must have a holder of this kind; none where absent. */
  readonly required?: Condition | undefined;
  readonly requiredText?: string | undefined;
  /** Who names the holder: the project's district, its lead department, or the coordinating unit of the city. */
  readonly namedBy?: 'district' | 'department' | 'coordinator' | undefined;
  readonly several: boolean;
  readonly clause?: string | undefined;
  readonly order: number;
};

export type ResponsibilitiesSection = { readonly kinds: readonly ResponsibilityKind[] };

export type ResponsibilityGap = {
  readonly kind: string;
  readonly name: string;
  /** `unknown`: the project's data do not tell whether the rule asks for a holder. */
  readonly result: 'missing' | 'unknown';
  readonly rule: string;
  readonly clause: string | null;
  readonly namedBy: ResponsibilityKind['namedBy'] | null;
};

/** Judges projects against every rule of the pack: a project in scope of a rule has a holder or is a gap. */
export function openGapRules(
  section: ResponsibilitiesSection,
): (facts: Facts, heldKinds: ReadonlySet<string>) => ResponsibilityGap[] {
  const rules = section.kinds.flatMap((kind) =>
    kind.required ? [{ kind, judge: compileCondition(kind.required) }] : [],
  );
  return (facts, heldKinds) =>
    rules.flatMap(({ kind, judge }) => {
      if (heldKinds.has(kind.id)) return [];
      const { result } = judge(facts);
      if (result === 'not-met') return [];
      const gap = result === 'met' ? ('missing' as const) : ('unknown' as const);
      const { id, name, requiredText: rule = name, clause = null, namedBy = null } = kind;
      return [{ kind: id, name, result: gap, rule, clause, namedBy }];
    });
}
