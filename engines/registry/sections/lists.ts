import Type from 'typebox';
import type { Condition } from '#kernel/condition';
import { definePackSection } from '#pack';
import { projectFields } from '../domain/facts.ts';
import type { ListDefinition, ListsSection } from '../domain/list.ts';
import { normalName } from '../domain/name.ts';
import { organisationsSection } from './organisations.ts';

const Id = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const Name = Type.String({ minLength: 1 });

const ListsFile = Type.Object({
  parameters: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  ),
  lists: Type.Array(
    Type.Object({
      id: Id,
      name: Name,
      shortName: Type.Optional(Name),
      aliases: Type.Optional(Type.Array(Name)),
      kind: Type.Optional(Type.Union([Type.Literal('list'), Type.Literal('plan')])),
      clause: Type.Optional(Name),
      lead: Type.Optional(Id),
      rule: Type.Optional(Type.Unknown()),
      ruleText: Type.Optional(Name),
      fromYear: Type.Optional(Type.Integer()),
      toYear: Type.Optional(Type.Integer()),
    }),
    { minItems: 1 },
  ),
});

/** The lists stand in the order of the file. An entry rule is a condition tree over a project's facts. */
export const listsSection = definePackSection<ListsSection>({
  id: 'lists',
  files: ['lists.yaml'],
  read(files) {
    const yaml = files.yaml('lists.yaml', ListsFile);
    if (!yaml) return files.result({ lists: [], parameters: {} });
    const parameters = yaml.value.parameters ?? {};
    const spellings = new Map<string, string>();
    const lists = yaml.value.lists.map((one, index): ListDefinition => {
      const { rule, ...rest } = one;
      if (rule !== undefined) {
        const known = { fields: projectFields, parameters: Object.keys(parameters) };
        files.checkCondition(yaml, ['lists', index, 'rule'], rule, known);
        if (!one.ruleText)
          files.report(
            yaml.at('lists', index),
            `清单“${one.name}”的规则没有文字说明`,
            '请补上 ruleText，供页面显示',
          );
      }
      for (const spelling of [one.id, one.name, ...(one.aliases ?? [])].map(normalName)) {
        const other = spellings.get(spelling);
        if (other)
          files.report(
            yaml.at('lists', index),
            `“${one.name}”与“${other}”的名称或别名相同`,
            '一个写法只能指一个清单',
          );
        spellings.set(spelling, one.name);
      }
      return {
        ...rest,
        shortName: one.shortName ?? one.name,
        aliases: one.aliases ?? [],
        kind: one.kind ?? 'list',
        order: index + 1,
        ...(rule === undefined ? {} : { rule: rule as Condition }),
      };
    });
    return files.result({ lists, parameters });
  },
  check(value, pack) {
    const section = pack.sections.get(organisationsSection.id) as
      | ReturnType<typeof organisationsSection.read>['value']
      | undefined;
    const ids = new Set(section?.organisations.map((one) => one.id));
    return value.lists.flatMap(({ name, lead }) =>
      !lead || ids.has(lead)
        ? []
        : [
            {
              file: 'lists.yaml',
              line: 1,
              message: `清单“${name}”的牵头单位“${lead}”不在单位表里`,
              remedy: '请填写 organisations.csv 中已有的 id',
            },
          ],
    );
  },
});
