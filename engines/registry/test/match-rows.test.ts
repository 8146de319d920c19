import { describe, expect, test } from 'vitest';
import { type KnownProject, matchRows } from '../domain/match-rows.ts';
import type { ProjectId } from '../index.ts';
import { rowsOf } from './support/a-record.ts';

const id = (serial: number) => `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}` as ProjectId;
const known = (serial: number, name: string, code: string | null, withdrawn = false): KnownProject => ({
  ...{ projectId: id(serial), number: `XC22-00${serial}`, name, code, withdrawn },
});

function outcomes(names: [string, string | null][], projects: KnownProject[]) {
  const rows = rowsOf(...names.map(([name, code]) => ({ name, code })));
  return matchRows(rows, projects).map((match) =>
    match.kind === 'known' ? match.project.number : match.kind === 'duplicate' ? `= row ${match.of}` : 'new',
  );
}

describe('rows of a list find their project', () => {
  test.each<[string, [string, string | null][], KnownProject[], string[]]>([
    [
      'nothing is known',
      [
        ['甲', 'c1'],
        ['乙', 'c2'],
      ],
      [],
      ['new', 'new'],
    ],
    ['by name, whatever its form', [['甲（一）', null]], [known(1, '甲(一)', 'c1')], ['XC22-001']],
    ['by code where the name is new', [['新名', 'c1']], [known(1, '旧名', 'c1')], ['XC22-001']],
    [
      'the first row of a name stands',
      [
        ['甲', 'c1'],
        ['甲', 'c9'],
      ],
      [],
      ['new', '= row 0'],
    ],
    [
      'the first row of a code stands',
      [
        ['甲', 'c1'],
        ['乙', 'c1'],
      ],
      [],
      ['new', '= row 0'],
    ],
    [
      'name before code',
      [
        ['甲', 'c1'],
        ['乙', 'c2'],
        ['甲', 'c2'],
      ],
      [],
      ['new', 'new', '= row 0'],
    ],
    [
      'a second row of a known project',
      [
        ['甲', null],
        ['丙', 'c1'],
      ],
      [known(1, '甲', 'c1')],
      ['XC22-001', '= row 0'],
    ],
    [
      'rows without code never meet by code',
      [
        ['甲', null],
        ['乙', null],
      ],
      [known(1, '丙', null)],
      ['new', 'new'],
    ],
    ['a withdrawn project is taken up again', [['甲', 'c1']], [known(1, '甲', 'c1', true)], ['XC22-001']],
    [
      'a living project before a withdrawn one',
      [['甲', null]],
      [known(1, '甲', null, true), known(2, '甲', null)],
      ['XC22-002'],
    ],
  ])('%s', (_, rows, projects, expected) => expect(outcomes(rows, projects)).toEqual(expected));

  test('a row with the name of one project and the code of another is refused, naming both', () => {
    const projects = [known(1, '甲', 'c1'), known(2, '乙', 'c2')];
    expect(() => outcomes([['甲', 'c2']], projects)).toThrowError(/XC22-001.*XC22-002“乙”/);
  });

  test('what a person confirmed goes before name and code', () => {
    const rows = rowsOf({ name: '甲的新名字', code: null }).map((row) => ({ ...row, projectId: id(1) }));
    expect(matchRows(rows, [known(1, '甲', 'c1')])).toMatchObject([
      { kind: 'known', project: { number: 'XC22-001' } },
    ]);
  });
});
