import Type from 'typebox';
import { laddersSection } from '#engines/matters';
import type { Condition } from '#kernel/condition';
import { definePackSection, type PackFiles, type PackPlace, sectionOf } from '#pack';
import { type Cadence, type Cadences, cadenceKinds, cadenceLevels, cadenceSteps } from './domain/cadence.ts';
import { faultsOf } from './domain/cadence-faults.ts';
import { scopeFields } from './domain/scope.ts';

const Text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));
const whole = (minimum: number, maximum: number) => Type.Optional(Type.Integer({ minimum, maximum }));
const strict = { additionalProperties: false };

const CadenceLine = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    name: Text,
    kind: oneOf(cadenceKinds),
    level: oneOf(cadenceLevels),
    every: Type.Optional(oneOf(cadenceSteps)),
    on: Type.Optional(
      Type.Object(
        {
          month: whole(1, 3),
          day: whole(1, 28),
          workday: whole(1, 15),
          weekday: whole(1, 7),
          nth: whole(1, 4),
        },
        strict,
      ),
    ),
    off: Type.Optional(Type.Boolean()),
    scope: Type.Optional(Type.Unknown()),
    agenda: Type.Optional(
      Type.Object(
        {
          newlyRed: Type.Optional(Type.Boolean()),
          worsenedTwice: Type.Optional(Type.Boolean()),
          mattersFrom: Type.Optional(Text),
          undone: Type.Optional(Type.Boolean()),
          gaps: Type.Optional(Type.Boolean()),
          commonFrom: whole(2, 1000),
          most: whole(1, 100),
        },
        strict,
      ),
    ),
    comments: Type.Optional(
      Type.Object(
        {
          opens: Type.Integer({ minimum: 1, maximum: 60 }),
          closes: Type.Integer({ minimum: 0, maximum: 59 }),
        },
        strict,
      ),
    ),
    clause: Type.Optional(Text),
    basis: Type.Optional(Text),
  },
  strict,
);

const DispatchFile = Type.Object({ cadences: Type.Array(CadenceLine, { minItems: 1 }) }, strict);

const usualMost = 10;

/** `dispatch.yaml`: which meetings there are and when. A city's own replaces the platform's as a whole. */
export const dispatchSection = definePackSection<Cadences>({
  id: 'dispatch',
  files: ['dispatch.yaml'],
  empty: [],
  read(files) {
    const yaml = files.yaml('dispatch.yaml', DispatchFile);
    if (!yaml) return files.result([]);
    const cadences = yaml.value.cadences.map((line, index): Cadence => {
      const { scope, clause, basis, on = {}, agenda = {}, off = false, ...rest } = line;
      const at = yaml.at('cadences', index);
      if (scope !== undefined)
        files.checkCondition(yaml, ['cadences', index, 'scope'], scope, { fields: scopeFields });
      if (!clause && !basis)
        files.report(at, `“${line.name}”没有依据`, '请写 clause（条款）或 basis: 平台默认值');
      return {
        ...rest,
        ...{ on, off, basis: [clause, basis].filter(Boolean).join('，') },
        agenda: { most: usualMost, ...agenda },
        ...(scope === undefined ? {} : { scope: scope as Condition }),
      };
    });
    reportAll(files, cadences, (index) => yaml.at('cadences', index));
    return files.result(cadences);
  },
  check(cadences, pack) {
    const levels = sectionOf(pack, laddersSection).flatMap((ladder) => ladder.levels.map(({ id }) => id));
    return cadences.flatMap(({ name, agenda: { mattersFrom } }) => {
      if (mattersFrom === undefined || levels.includes(mattersFrom)) return [];
      const message = `“${name}”的 mattersFrom 写作“${mattersFrom}”，协调阶梯没有这一级`;
      const remedy = `可以写：${[...new Set(levels)].join('、')}`;
      return [{ file: 'dispatch.yaml', line: 1, message, remedy }];
    });
  },
});

function reportAll(files: PackFiles, cadences: Cadences, at: (index: number) => PackPlace): void {
  for (const { index, message, remedy } of faultsOf(cadences)) files.report(at(index), message, remedy);
}
