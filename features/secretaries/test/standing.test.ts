import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { standingOf, type VisitFacts } from '../domain/standing.ts';

const today = '2023-06-30';
const visit = (visitedOn: PlainDate, nextOn: PlainDate | null = null): VisitFacts => ({
  ...{ visitedOn, nextStep: nextOn ? '协调供电' : null, nextOn },
});

describe('a project counts as silent', () => {
  test.each([
    [29, false],
    [30, false],
    [31, true],
  ])('%i days after the last visit, of thirty: %s', (days, silent) => {
    const standing = standingOf([visit(addDays(today, -days)), visit('2023-01-01')], today, 30);
    expect([standing.daysSilent, standing.silent]).toEqual([days, silent]);
  });

  test('without any visit, for days nobody can count', () =>
    expect(standingOf([], today, 30)).toMatchObject({ daysSilent: null, silent: true, lastOn: null }));
});

describe('the next step', () => {
  test.each<[string, VisitFacts[], PlainDate | null, boolean]>([
    ['is that of the latest visit', [visit('2023-06-20', '2023-07-05')], '2023-07-05', false],
    ['is late after its day', [visit('2023-06-20', '2023-06-29')], '2023-06-29', true],
    ['is not late on its day', [visit('2023-06-20', today)], today, false],
    [
      'stays where a later visit came before its day',
      [visit('2023-06-01', '2023-06-29'), visit('2023-06-10')],
      '2023-06-29',
      true,
    ],
    [
      'is taken up by a visit on its day',
      [visit('2023-06-01', '2023-06-10'), visit('2023-06-10')],
      null,
      false,
    ],
    [
      'gives way to a newer one',
      [visit('2023-06-01', '2023-06-05'), visit('2023-06-20', '2023-07-01')],
      '2023-07-01',
      false,
    ],
  ])('%s', (_, visits, nextOn, nextLate) =>
    expect(standingOf(visits, today, 30)).toMatchObject({ nextOn, nextLate }),
  );
});
