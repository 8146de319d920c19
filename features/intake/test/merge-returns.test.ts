import { describe, expect, test } from 'vitest';
import { mergeReturns, standingRows } from '../domain/merge-returns.ts';
import type { ReportRecord } from '../domain/report-record.ts';
import type { RowResult } from '../domain/result.ts';
import { fateOf } from '../domain/return-row.ts';
import { returnedFrom } from '../domain/returned-from.ts';

const nothing: ReportRecord = {
  ...{
    month: '2023-05',
    name: null,
    code: null,
    district: null,
    monthFen: null,
    cumFen: null,
    progress: null,
  },
  ...{ started: null, actualStart: null, entered: null, enteredOn: null, problem: null, problemDepts: [] },
  ...{ matter: null, matterLevel: null, reporter: null, reportedOn: null, projectKey: null, matchedBy: null },
};

type Said = Partial<ReportRecord> | null;

/** A row of project `key` that says so much; `~key` is only a similar name. */
function aRow(row: number, key: string | null, said: Said): RowResult<ReportRecord> {
  const similar = key?.startsWith('~') ? key.slice(1) : undefined;
  const projectKey = similar ? null : key;
  return {
    ...{ sheet: '表', row, nameRead: key, key: projectKey, findings: [] },
    status: said === null ? 'rejected' : 'accepted',
    record: said && { ...nothing, ...said, projectKey },
    ...(similar ? { proposal: { key: similar, name: similar, score: 0.9 } } : {}),
  };
}

const cum = (cumFen: string): Said => ({ cumFen });
const everywhere = () => true;
const file = (importId: string, ...rows: RowResult<ReportRecord>[]) => ({ importId, rows });

describe('what becomes of a returned row', () => {
  test.each([
    ['of a listed project', aRow(1, 'A', cum('1')), 'good'],
    [
      'that says only who filled it in',
      aRow(1, 'A', { reporter: '张三', reportedOn: '2023-06-01' }),
      'blank',
    ],
    ['with a zero, which is something', aRow(1, 'A', { monthFen: '0' }), 'good'],
    ['with only a word of progress', aRow(1, 'A', { progress: '主体施工' }), 'good'],
    ['with an error', aRow(1, 'A', null), 'rejected'],
    ['of a project nobody listed', aRow(1, null, cum('1')), 'unknown'],
    ['with a similar name', aRow(1, '~A', cum('1')), 'similar'],
    ['of somebody else’s project', aRow(1, 'Z', cum('1')), 'outside'],
    ['with a name like somebody else’s project', aRow(1, '~Z', cum('1')), 'outside'],
    ['of somebody else’s project that says nothing', aRow(1, 'Z', {}), 'blank'],
  ] as const)('%s', (_what, row, fate) => expect(fateOf(row, (key) => key !== 'Z')).toBe(fate));
});

describe('returns looked at together', () => {
  const merged = (...files: ReturnType<typeof file>[]) => mergeReturns(files, everywhere);
  const refs = (rows: ReadonlyMap<string, readonly RowResult<ReportRecord>[]>) =>
    [...rows].flatMap(([importId, own]) => own.map(({ row }) => `${importId}${row}`));

  test('contest a project where they differ in a fact, and name the facts', () => {
    const { contests } = merged(
      file('a', aRow(1, 'A', { cumFen: '1', progress: '一层' })),
      file('b', aRow(2, 'A', { cumFen: '1', progress: '二层', started: true })),
    );
    expect(contests).toMatchObject([{ key: 'A', differ: ['started', 'progress'] }]);
  });

  test('agree where only the one who filled it in differs: the first counts', () => {
    const both = merged(
      file('a', aRow(1, 'A', { ...cum('1'), reporter: '张三' })),
      file('b', aRow(2, 'A', { ...cum('1'), reporter: '李四' }), aRow(3, 'B', cum('2'))),
    );
    expect([both.contests, both.agreed]).toEqual([[], ['A']]);
    expect(refs(standingRows(both, new Map()).rows)).toEqual(['a1', 'b3']);
  });

  test('of two rows in one file both go on: the later one stands there, as in every import', () => {
    const one = merged(file('a', aRow(1, 'A', cum('1')), aRow(2, 'A', cum('2'))));
    expect(one.contests).toEqual([]);
    expect(refs(standingRows(one, new Map()).rows)).toEqual(['a1', 'a2']);
  });

  test.each([
    ['nobody chose', [], ['A'], ['c9']],
    ['a file was chosen', [['A', 'b']], [], ['b2', 'c9']],
    ['a file was chosen that does not report it', [['A', 'c']], ['A'], ['c9']],
  ] as const)('leave a contest open as long as %s', (_when, chosen, open, written) => {
    const three = merged(
      file('a', aRow(1, 'A', cum('1'))),
      file('b', aRow(2, 'A', cum('2'))),
      file('c', aRow(9, 'C', cum('3'))),
    );
    const standing = standingRows(three, new Map(chosen));
    expect(standing.open).toEqual(open);
    expect(refs(standing.rows)).toEqual(written);
  });

  test('an unconfirmed similar name is shown as a contender and stands for nothing', () => {
    const both = merged(file('a', aRow(1, 'A', cum('1'))), file('b', aRow(2, '~A', cum('2'))));
    expect(both.contests[0]?.contenders.map(({ proposed }) => proposed)).toEqual([false, true]);
    expect(standingRows(both, new Map())).toMatchObject({ open: [] });
    expect(refs(standingRows(both, new Map()).rows)).toEqual(['a1']);
  });

  test('a blank row contests nothing', () => {
    expect(merged(file('a', aRow(1, 'A', cum('1'))), file('b', aRow(2, 'A', {}))).contests).toEqual([]);
  });
});

describe('the office a return comes from', () => {
  const at = (name: string) => ({ orgId: name, name });
  test.each([
    ['all projects in one district', [at('东'), at('东')], '东'],
    ['two of three', [at('东'), at('东'), at('西')], '东'],
    ['half and half', [at('东'), at('西')], null],
    ['mostly without a district', [at('东'), undefined, undefined], null],
    ['no project', [], null],
  ] as const)('%s', (_what, districts, office) =>
    expect(returnedFrom(districts)).toEqual({ office, name: office, certain: false }),
  );
});
