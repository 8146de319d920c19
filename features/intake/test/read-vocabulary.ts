import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { vocabularyOf } from '../vocabulary-section.ts';

export const root = join(import.meta.dirname, '../../..');

/** The country's vocabulary as shipped. */
export const vocabulary = vocabularyOf(
  parse(readFileSync(join(root, 'packs/china/vocabulary.yaml'), 'utf8')),
);
