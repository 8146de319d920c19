import { describe, expect, test } from 'vitest';
import { chainCheck } from '../chain-check.ts';
import { chainOrigin, type Seal, type SealedRow, sealHash, sealRows } from '../seal.ts';

const city = 210200;

function aRow(n: number): SealedRow {
  return {
    auditId: `row-${n}`,
    at: `2023-06-0${n}T08:00:00.000000Z`,
    accountId: 'a',
    actorName: '甲',
    roles: ['department'],
    ip: null,
    action: 'project.edit',
    object: 'project',
    objectId: `p${n}`,
    outcome: 'done',
    personalData: false,
    details: '{}',
  };
}

type Link = { seal: Seal; row: SealedRow | undefined };

function aChain(): Link[] {
  const rows = [1, 2, 3, 4, 5, 6].map(aRow);
  return sealRows({ number: 0n, hash: chainOrigin(city) }, rows).map((seal, i) => ({ seal, row: rows[i] }));
}

function found(links: readonly Link[]) {
  const check = chainCheck(city);
  for (const { seal, row } of links) check.see(seal, row);
  return check.finish().map((problem) => [problem.kind, problem.number, problem.auditId]);
}

describe('a chain of six', () => {
  test('untouched is whole', () => expect(found(aChain())).toEqual([]));

  test.each(Object.keys(aRow(1)).filter((key) => key !== 'auditId') as (keyof SealedRow)[])(
    'with %s of the third row changed',
    (field) => {
      const chain = aChain();
      const row = chain[2]!.row!;
      const other = { text: `${row[field]}x`, roles: [...row.roles, 'leader'], personalData: true };
      const value =
        field === 'roles' ? other.roles : field === 'personalData' ? other.personalData : other.text;
      chain[2] = { ...chain[2]!, row: { ...row, [field]: value } };
      expect(found(chain)).toEqual([['altered', '3', 'row-3']]);
    },
  );

  test('with one row taken away', () => {
    const chain = aChain();
    chain[3] = { ...chain[3]!, row: undefined };
    expect(found(chain)).toEqual([['deleted', '4', 'row-4']]);
  });

  test('with a row and its seal taken away', () => {
    const chain = aChain();
    chain.splice(1, 2);
    expect(found(chain)).toEqual([['missing', '2', undefined]]);
  });

  test('with the first seal taken away', () => {
    expect(found(aChain().slice(1))).toEqual([['missing', '1', undefined]]);
  });

  test('with two rows having changed places under their seals', () => {
    const chain = aChain();
    [chain[1]!.row, chain[4]!.row] = [chain[4]!.row, chain[1]!.row];
    expect(found(chain).map(([kind, number]) => [kind, number])).toEqual([
      ['reordered', '2'],
      ['reordered', '5'],
    ]);
  });

  test('with two seals having changed numbers', () => {
    const chain = aChain();
    const [second, third] = [chain[1]!, chain[2]!];
    chain[1] = { row: third.row, seal: { ...third.seal, number: 2n } };
    chain[2] = { row: second.row, seal: { ...second.seal, number: 3n } };
    expect(found(chain).map(([kind, number]) => [kind, number])).toEqual([
      ['reordered', '2'],
      ['reordered', '3'],
    ]);
  });

  test('with a row rewritten together with its seal', () => {
    const chain = aChain();
    const { seal, row } = chain[2]!;
    const forged = { ...row!, actorName: '乙' };
    chain[2] = { row: forged, seal: { ...seal, hash: sealHash(3n, seal.prevHash, forged) } };
    expect(found(chain)).toEqual([['altered', '3', 'row-3']]);
  });

  test('with several things at once, each is named', () => {
    const chain = aChain();
    chain[0] = { ...chain[0]!, row: { ...chain[0]!.row!, ip: '1.1.1.1' } };
    chain[2] = { ...chain[2]!, row: undefined };
    chain.splice(4, 1);
    expect(found(chain)).toEqual([
      ['altered', '1', 'row-1'],
      ['deleted', '3', 'row-3'],
      ['missing', '5', undefined],
    ]);
  });

  test('of another city does not pass for this one', () => {
    const rows = [aRow(1)];
    const [seal] = sealRows({ number: 0n, hash: chainOrigin(331100) }, rows);
    expect(found([{ seal: seal!, row: rows[0] }])).toEqual([['altered', '1', 'row-1']]);
  });
});
