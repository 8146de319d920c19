import Type from 'typebox';
import { definePackSection } from '#pack';

const Text = Type.String({ minLength: 1 });

const SecretariesFile = Type.Object({
  silent: Type.Object({ days: Type.Integer({ minimum: 1 }), basis: Text }),
  ways: Type.Array(Type.Object({ id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), text: Text }), {
    minItems: 1,
  }),
});

/** After how many days without a visit a secretary counts as silent, and in which ways a project is accompanied. */
export type SecretaryRules = Type.Static<typeof SecretariesFile>;

const none: SecretaryRules = { silent: { days: 30, basis: '平台默认值' }, ways: [] };

export const secretariesSection = definePackSection<SecretaryRules>({
  id: 'secretaries',
  files: ['secretaries.yaml'],
  empty: none,
  read(files) {
    const yaml = files.yaml('secretaries.yaml', SecretariesFile);
    if (!yaml) return files.result(none);
    const taken = new Set<string>();
    for (const [index, { id, text }] of yaml.value.ways.entries()) {
      if (taken.has(id))
        files.report(yaml.at('ways', index), `“${text}”的 id 与前面重复`, '请改用没有用过的 id');
      taken.add(id);
    }
    return files.result(yaml.value);
  },
});
