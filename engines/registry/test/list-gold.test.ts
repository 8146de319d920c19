import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyListImport, type ListRow } from '../index.ts';
import { dirsOf, openTestCity, type TestCity } from './support/city.ts';

const workbook = '01_大连市2023年市级重点项目清单';
const file = join(import.meta.dirname, `../../../../shared/data/workbooks/gold/${workbook}.json`);

type GoldRow = {
  sheet: string;
  row: number;
  status: string;
  key: string | null;
  duplicateOf?: string;
  record: ListRow['record'];
};

describe.skipIf(!existsSync(file))(
  'the list workbook of the shared gold (skipped without ../shared/data)',
  () => {
    let city: TestCity;
    const gold = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { rows: GoldRow[] }).rows : [];
    const accepted = gold.filter((row) => row.status === 'accepted');
    const rows = accepted.map((row): ListRow => ({ ref: `${row.sheet}!${row.row}`, record: row.record }));
    const input = { year: 2023, source: { fileName: `${workbook}.xlsx` }, rows };

    beforeAll(async () => {
      city = await openTestCity(dirsOf('dalian'), '2023-02-01');
    });
    afterAll(() => city?.drop());

    test('gives every row the key of the gold, and duplicates the project of the first row', async () => {
      const result = await city.act((one) => applyListImport(one, input));
      const expected = accepted.map((row) => row.key ?? row.duplicateOf);
      expect(result.rows.map((row) => row.number)).toEqual(expected);
      expect(result.rows.filter((row) => row.outcome === 'duplicate')).toHaveLength(
        accepted.filter((row) => row.duplicateOf).length,
      );
      expect(result.created).toBe(accepted.filter((row) => row.key).length);
      expect(result.effectiveOn).toBe('2023-01-01');
    });

    test('changes nothing the second time', async () => {
      const result = await city.act((one) => applyListImport(one, input));
      expect(result).toMatchObject({ written: false, created: 0, changed: 0, memberships: [], absent: [] });
    });
  },
);
