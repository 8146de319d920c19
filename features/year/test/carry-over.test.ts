import { describe, expect, test } from 'vitest';
import { doneToDate, nextCategory, openingOf, proposeDecision, type YearEnd } from '../domain/carry-over.ts';

const building = { name: '在建', started: true, closed: false };
const preparation = { name: '前期', started: false, closed: false };
const anEnd = (more: Partial<YearEnd> = {}): YearEnd => ({
  ...{ category: '在建', stage: building, ended: false, reportedStarted: true },
  ...{ totalFen: 1000n, doneBeforeFen: 300n, decemberFen: 200n, latestFen: 200n, owedDecember: true },
  ...more,
});
const newStart = { category: '新开工', stage: preparation, reportedStarted: false };

describe('what the state of a project speaks for at the end of the year', () => {
  test.each<[string, YearEnd, string]>([
    ['being built, with investment left', anEnd(), 'continue'],
    ['completed', anEnd({ stage: { name: '完工', started: true, closed: true } }), 'complete'],
    ['in operation', anEnd({ stage: { name: '投产', started: true, closed: true } }), 'complete'],
    ['all invested', anEnd({ decemberFen: 700n }), 'complete'],
    ['one fen left', anEnd({ decemberFen: 699n }), 'continue'],
    ['total unknown', anEnd({ totalFen: null, decemberFen: 9999n }), 'continue'],
    ['ended', anEnd({ stage: { name: '终止', started: false, closed: true }, ended: true }), 'quit'],
    [
      'paused while being built',
      anEnd({ stage: { name: '暂停', started: false, closed: true } }),
      'continue',
    ],
    ['planned to start and not started', anEnd(newStart), 'prepare'],
    ['started by its report only', anEnd({ ...newStart, reportedStarted: true }), 'continue'],
    ['in preparation', anEnd({ ...newStart, category: '前期', owedDecember: false }), 'prepare'],
    ['being built, December missing', anEnd({ decemberFen: undefined }), 'continue'],
  ])('%s', (_name, end, decision) => expect(proposeDecision(end).decision).toBe(decision));
});

describe('done before the next year', () => {
  test.each<[string, Partial<YearEnd>, bigint | undefined]>([
    ['earlier years and verified December', {}, 500n],
    ['nothing earlier known', { doneBeforeFen: null }, 200n],
    ['December owed and missing', { decemberFen: undefined }, undefined],
    ['paused before December', { decemberFen: undefined, owedDecember: false, latestFen: 80n }, 380n],
    ['never reported', { decemberFen: undefined, owedDecember: false, latestFen: undefined }, 300n],
  ])('%s', (_name, more, fen) => expect(doneToDate(anEnd(more))).toBe(fen));

  test('a missing December keeps a project from going on, and from nothing else', () => {
    const missing = anEnd({ decemberFen: undefined });
    const about = { name: '甲', year: 2023 };
    for (const decision of ['continue', 'prepare'] as const) {
      expect(() => openingOf(missing, decision, about)).toThrow(
        expect.objectContaining({ code: 'year.december_missing', details: about }),
      );
    }
    expect(openingOf(missing, 'complete', about)).toBe(0n);
    expect(openingOf(anEnd(), 'continue', about)).toBe(500n);
  });

  test.each([
    ['continue', '在建'],
    ['prepare', '前期'],
    ['complete', undefined],
    ['quit', undefined],
  ] as const)('%s goes on as %s', (decision, category) => expect(nextCategory(decision)).toBe(category));
});
