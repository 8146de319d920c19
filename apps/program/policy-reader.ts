import { sectionOf } from '#pack';
import { readDocument } from '#reading';
import type { PolicyReader } from '../../features/measures/acts/reader.ts';
import { readPolicy } from '../../features/policy/domain/read-policy.ts';
import { resolverOf } from '../../features/policy/domain/unit-dictionary.ts';
import { organsSection } from '../../features/policy/organs-section.ts';

/** The reader of policy documents, as the review of measures asks it: with the units of the city of today. */
export const readPolicyDocument: PolicyReader = async (
  { pack },
  { name, bytes },
  { organisations, groups },
) => {
  const { kind, text } = await readDocument(bytes, name);
  const organs = sectionOf(pack, organsSection);
  const policy = readPolicy({ text, sourceFile: name }, resolverOf({ organisations, groups, organs }));
  return { text, keeps: kind !== 'html', policy };
};
