import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicyFile } from '../acts/read-file.ts';
import type { Target } from '../domain/target.ts';
import { unitNames } from '../unit-names.ts';

/** What an invented document holds, written by hand beside it. */
type Expected = {
  readonly document: Readonly<Record<string, unknown>>;
  readonly chapters: readonly string[];
  /** Numbers no measure holds: those of a chapter on aims. */
  readonly chapterTargets?: readonly string[];
  readonly measures: readonly {
    readonly no: string;
    readonly title: string;
    readonly chapter?: string;
    readonly lead: readonly string[];
    readonly responsible: readonly string[];
    /** Value, unit and deadline. */
    readonly targets: readonly string[];
    readonly cadences?: readonly string[];
  }[];
  readonly doubts: readonly string[];
};

const folder = join(import.meta.dirname, 'documents');
const names = unitNames();
const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const said = ({ value, unit, deadline }: Target) => `${value} ${unit} ${deadline}`;

describe.each(files)('%s', (file) => {
  const expected: Expected = JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, '.json')), 'utf8'));
  const read = () => readPolicyFile(join(folder, file), names).then(({ policy }) => policy);

  test('what it says of itself', async () => {
    const { document } = await read();
    const fields = Object.keys(expected.document);
    expect(Object.fromEntries(fields.map((field) => [field, Reflect.get(document, field)]))).toEqual(
      expected.document,
    );
  });

  test('its chapters and measures', async () => {
    const { chapters, measures } = await read();
    expect(chapters.map(({ title }) => title)).toEqual(expected.chapters);
    expect(measures.map(({ no, title }) => `${no} ${title}`)).toEqual(
      expected.measures.map(({ no, title }) => `${no} ${title}`),
    );
    for (const [index, { chapter }] of expected.measures.entries())
      if (chapter) expect(measures[index]?.chapter).toBe(chapter);
  });

  test('its units', async () => {
    const { measures } = await read();
    expect(measures.map(({ leadUnits, responsibleUnits }) => [leadUnits, responsibleUnits])).toEqual(
      expected.measures.map(({ lead, responsible }) => [lead, responsible]),
    );
  });

  test('its targets and rhythms', async () => {
    const { chapters, measures } = await read();
    expect(measures.map(({ targets }) => targets.map(said))).toEqual(
      expected.measures.map(({ targets }) => targets),
    );
    expect(chapters.flatMap(({ targets }) => targets.map(said))).toEqual(expected.chapterTargets ?? []);
    for (const [index, { cadences }] of expected.measures.entries())
      if (cadences) expect(measures[index]?.cadences.map(({ period }) => period)).toEqual(cadences);
  });

  test('what a person should look at', async () => {
    const { doubts } = await read();
    expect([...new Set(doubts.map(({ kind }) => kind))].sort()).toEqual([...expected.doubts].sort());
  });
});
