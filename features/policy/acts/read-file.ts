import { basename } from 'node:path';
import { readDocument } from '#reading';
import type { PolicyDocument } from '../domain/policy-document.ts';
import { readPolicy } from '../domain/read-policy.ts';
import { resolverOf, type UnitDictionary } from '../domain/unit-dictionary.ts';

export type ReadFile = { readonly policy: PolicyDocument; readonly text: string };

/** A policy document from a file: its text, and what the rules read in it. */
export async function readPolicyFile(path: string, names: UnitDictionary): Promise<ReadFile> {
  const sourceFile = basename(path);
  const { text } = await readDocument({ path }, sourceFile);
  return { policy: readPolicy({ text, sourceFile }, resolverOf(names)), text };
}
