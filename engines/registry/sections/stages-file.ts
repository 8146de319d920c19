import Type from 'typebox';
import { yearCategories } from '../domain/aspect.ts';

const Id = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const Name = Type.String({ minLength: 1 });

/** `stages.yaml` as it is written. */
export const StagesFile = Type.Object({
  stages: Type.Optional(
    Type.Array(
      Type.Object({
        id: Id,
        name: Name,
        to: Type.Array(Id),
        started: Type.Optional(Type.Boolean()),
        closed: Type.Optional(Type.Boolean()),
        checked: Type.Optional(Type.Boolean()),
        demands: Type.Optional(
          Type.Array(
            Type.Object({
              anyOf: Type.Array(Type.Array(Id, { minItems: 1 }), { minItems: 1 }),
              from: Type.Optional(Type.Array(Id)),
              when: Type.Optional(Type.Unknown()),
              clause: Type.Optional(Name),
            }),
          ),
        ),
      }),
    ),
  ),
  evidence: Type.Optional(Type.Array(Type.Object({ id: Id, name: Name, note: Type.Optional(Name) }))),
  batchSets: Type.Optional(
    Type.Array(
      Type.Object({
        id: Id,
        name: Name,
        batches: Type.Array(
          Type.Object({ id: Id, name: Name, stages: Type.Array(Id), clause: Type.Optional(Name) }),
        ),
      }),
    ),
  ),
  forms: Type.Optional(Type.Array(Type.Object({ id: Id, name: Name }))),
  categories: Type.Optional(Type.Record(Type.String(), Id)),
  startCheck: Type.Optional(
    Type.Object({
      text: Name,
      grounds: Type.Array(Type.Object({ id: Id, name: Name }), { minItems: 1 }),
      categories: Type.Array(
        Type.Union(yearCategories.map((one) => Type.Literal(one as (typeof yearCategories)[number]))),
      ),
      clause: Type.Optional(Name),
    }),
  ),
});
