import Type from 'typebox';
import type { Condition } from '#kernel/condition';
import { definePackSection } from '#pack';
import { projectFields } from '../domain/facts.ts';
import type { ResponsibilitiesSection, ResponsibilityKind } from '../domain/responsibility.ts';

const Name = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));

const ResponsibilitiesFile = Type.Object({
  kinds: Type.Array(
    Type.Object({
      id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
      name: Name,
      holder: oneOf('person', 'department', 'unit'),
      field: Type.Optional(oneOf('leader', 'secretary', 'leadDepts', 'respUnit')),
      required: Type.Optional(Type.Unknown()),
      requiredText: Type.Optional(Name),
      namedBy: Type.Optional(oneOf('district', 'department', 'coordinator')),
      several: Type.Optional(Type.Boolean()),
      clause: Type.Optional(Name),
    }),
    { minItems: 1 },
  ),
});

export const responsibilitiesSection = definePackSection<ResponsibilitiesSection>({
  id: 'responsibilities',
  files: ['responsibilities.yaml'],
  read(files) {
    const yaml = files.yaml('responsibilities.yaml', ResponsibilitiesFile);
    if (!yaml) return files.result({ kinds: [] });
    const taken = new Set<string>();
    const kinds = yaml.value.kinds.map((one, index): ResponsibilityKind => {
      const { required, ...rest } = one;
      const at = yaml.at('kinds', index);
      if (required !== undefined) {
        files.checkCondition(yaml, ['kinds', index, 'required'], required, { fields: projectFields });
        if (!one.requiredText) files.report(at, `“${one.name}”的规则没有文字说明`, '请补上 requiredText');
      }
      for (const key of [one.id, ...(one.field ? [`field:${one.field}`] : [])]) {
        if (taken.has(key)) files.report(at, `“${one.name}”的 id 或 field 与前面重复`, '请改用没有用过的值');
        taken.add(key);
      }
      return {
        ...rest,
        several: one.several ?? one.holder === 'department',
        order: index + 1,
        ...(required === undefined ? {} : { required: required as Condition }),
      };
    });
    return files.result({ kinds });
  },
});
