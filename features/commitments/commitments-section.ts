import Type from 'typebox';
import { definePackSection } from '#pack';

const CommitmentsFile = Type.Object({
  check: Type.Object({
    months: Type.Integer({ minimum: 1, maximum: 60 }),
    basis: Type.String({ minLength: 1 }),
  }),
});

/** How often an office looks at every promise, apart from what the unit reports of itself. */
export type CommitmentRules = Type.Static<typeof CommitmentsFile>;

const none: CommitmentRules = { check: { months: 3, basis: '平台默认值' } };

export const commitmentsSection = definePackSection<CommitmentRules>({
  id: 'commitments',
  files: ['commitments.yaml'],
  empty: none,
  read: (files) => files.result(files.yaml('commitments.yaml', CommitmentsFile)?.value ?? none),
});
