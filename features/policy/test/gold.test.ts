import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../domain/read-policy.ts';
import { resolverOf } from '../domain/unit-dictionary.ts';
import { unitNames } from '../unit-names.ts';

type GoldTarget = {
  readonly value: number | null;
  readonly unit: string | null;
  readonly deadline: string | null;
};
type GoldMeasure = {
  readonly no: string;
  readonly chapter: string;
  readonly title: string;
  readonly leadUnits: string[];
  readonly responsibleUnits: string[];
  readonly targets: GoldTarget[];
  readonly cadences: { readonly period: string }[];
};
type Gold = {
  readonly document: Record<string, unknown> & { readonly key: string; readonly sourceFile: string };
  readonly chapters: { readonly title: string; readonly hasPreamble: boolean }[];
  readonly measures: GoldMeasure[];
};

const mission = join(import.meta.dirname, '../../../../shared/mission');
const goldFile = join(mission, 'gold-measures.json');
const here = existsSync(goldFile);
const gold: Gold[] = here ? JSON.parse(readFileSync(goldFile, 'utf8')) : [];
const resolve = resolverOf(unitNames());
const read = (one: Gold) => {
  const { sourceFile } = one.document;
  return readPolicy({ text: readFileSync(join(mission, 'seeds', sourceFile), 'utf8'), sourceFile }, resolve);
};

describe.skipIf(!here)(
  'the five documents of ../shared/mission (skipped where that folder is absent)',
  () => {
    const pairs = gold.map((one) => [one.document.key, one, read(one)] as const);

    test.each(pairs)('%s: title, numbers, issuer and dates', (_key, one, found) => {
      const fields = [
        'title',
        'docNumber',
        'docNumberNormalized',
        'issuer',
        'issueDate',
        'publishDate',
        'printDate',
        'indexNumber',
      ];
      const said = (document: object) => fields.map((field) => [field, Reflect.get(document, field)]);
      expect(said(found.document)).toEqual(said(one.document));
    });

    test.each(pairs)('%s: chapters and measures in printed order', (_key, one, found) => {
      expect(found.chapters.map(({ title, hasPreamble }) => [title, hasPreamble])).toEqual(
        one.chapters.map(({ title, hasPreamble }) => [title, hasPreamble]),
      );
      expect(found.measures.map(({ no, chapter, title }) => [no, chapter, title])).toEqual(
        one.measures.map(({ no, chapter, title }) => [no, chapter, title]),
      );
    });

    test.each(pairs)('%s: every unit and every lead, none where none is printed', (_key, one, found) => {
      expect(found.measures.map((measure) => [measure.leadUnits, measure.responsibleUnits])).toEqual(
        one.measures.map((measure) => [measure.leadUnits, measure.responsibleUnits]),
      );
    });

    test('333 units and 16 leads in all', () => {
      const measures = pairs.flatMap(([, , found]) => found.measures);
      expect(measures.reduce((sum, one) => sum + one.leadUnits.length + one.responsibleUnits.length, 0)).toBe(
        333,
      );
      expect(measures.filter((one) => one.leadUnits.length > 0)).toHaveLength(16);
    });

    test.each(pairs)('%s: values, units and deadlines of the numeric targets', (_key, one, found) => {
      const said = (targets: readonly GoldTarget[]) =>
        targets.map(({ value, unit, deadline }) => `${value} ${unit} ${deadline}`).sort();
      expect(found.measures.map(({ targets }) => said(targets))).toEqual(
        one.measures.map(({ targets }) => said(targets)),
      );
    });

    test.each(pairs)('%s: how often things are done', (_key, one, found) => {
      const said = (measure: { readonly cadences: readonly { readonly period: string }[] }) =>
        measure.cadences.map(({ period }) => period).sort();
      expect(found.measures.map(said)).toEqual(one.measures.map(said));
    });

    test.each(pairs)('%s: every place shows what was read', (_key, one, found) => {
      const text = readFileSync(join(mission, 'seeds', one.document.sourceFile), 'utf8');
      for (const { units, targets } of found.measures) {
        for (const { name, place } of units) expect(bare(text.slice(place.start, place.end))).toBe(name);
        for (const { phrase, place } of targets)
          expect(bare(text.slice(place.start, place.end))).toBe(phrase);
      }
    });
  },
);

const bare = (text: string) => text.replace(/\s/g, '');
