import { errorValues, negativeCell, otherUnit, plainAmount, unreadableAmounts } from './amount-cells.ts';
import { written } from './cell.ts';
import type { PlaceWords } from './city-words.ts';
import { approximateCell, impossibleCell, serialCell, unreadableDates } from './date-cells.ts';
import { type Draft, fill, put, putAmount, putText, say } from './draft.ts';
import type { ListTable } from './list-row.ts';
import type { Random } from './random.ts';
import { emptyMarks, malformedCode, restorableCode, severalPlaces, wrongCredit } from './words-cells.ts';

/** One thing wrong with a row, or unusual about it. */
export type Plant = {
  readonly code: string;
  /** Columns it needs. */
  readonly needs: readonly string[];
  readonly fits?: (draft: Draft, table: ListTable) => boolean;
  readonly plant: (random: Random, draft: Draft, table: ListTable) => void;
};

const amount = (draft: Draft, column: string) => draft.record[column] as bigint;
const planned = (draft: Draft) =>
  draft.record['planYearFen'] !== null && draft.record['planYearFen'] !== undefined;
const number = (fen: bigint, table: ListTable, column: string) => ({
  value: Number(plainAmount(fen, table.unitOf(column))),
});

function set(draft: Draft, table: ListTable, column: string, fen: bigint): void {
  putAmount(draft, column, { cell: number(fen, table, column), value: fen, codes: [] });
}

export const listPlants: readonly Plant[] = [
  {
    code: 'name-missing',
    needs: ['name'],
    plant: (random, draft) =>
      putText(draft, 'name', random.pick([null, '', '—', '无']), null, 'name-missing'),
  },
  ...['totalFen', 'doneBeforeFen', 'planYearFen', 'month5'].map(
    (column): Plant => ({
      code: 'amount-unreadable',
      needs: [column],
      fits: planned,
      plant: (random, draft) =>
        fill(draft, column, { value: random.pick(unreadableAmounts) }, 'amount-unreadable'),
    }),
  ),
  ...['totalFen', 'planYearFen'].map(
    (column): Plant => ({
      code: 'amount-negative',
      needs: [column],
      fits: planned,
      plant: (random, draft, table) =>
        fill(
          draft,
          column,
          negativeCell(random, amount(draft, column) + 1_000_000n, table.unitOf(column)),
          'amount-negative',
        ),
    }),
  ),
  ...['totalFen', 'planYearFen', 'month7', 'code', 'places', 'content'].map(
    (column): Plant => ({
      code: 'cell-error',
      needs: [column],
      fits: planned,
      plant: (random, draft) =>
        fill(draft, column, { value: { error: random.pick(errorValues) } }, 'cell-error'),
    }),
  ),
  {
    code: 'date-impossible',
    needs: ['plannedStart'],
    plant: (random, draft, { year }) => put(draft, 'plannedStart', impossibleCell(random, year)),
  },
  {
    code: 'date-impossible',
    needs: ['period'],
    plant: (random, draft, { year }) =>
      fill(
        draft,
        'period',
        { value: random.pick([`${year - 1}.13-${year + 1}.6`, `${year}年0月-${year + 1}年10月`]) },
        'date-impossible',
      ),
  },
  {
    code: 'date-approximate',
    needs: ['plannedStart'],
    plant: (random, draft, { year }) => put(draft, 'plannedStart', approximateCell(random, year)),
  },
  {
    code: 'date-serial',
    needs: ['plannedStart'],
    plant: (random, draft, { year }) =>
      put(draft, 'plannedStart', serialCell(`${year}-0${random.int(3, 9)}-1${random.int(0, 9)}`)),
  },
  {
    code: 'date-unreadable',
    needs: ['plannedStart'],
    plant: (random, draft) =>
      putText(draft, 'plannedStart', random.pick(unreadableDates), null, 'date-unreadable'),
  },
  {
    code: 'period-incomplete',
    needs: ['period'],
    plant: (random, draft, { year }) => {
      const [text, start] = random.pick([
        [`${year}年`, `${year}`],
        [`${year}.6`, `${year}-06`],
        [`${year - 1}年3月`, `${year - 1}-03`],
      ] as const);
      put(draft, 'period', written(text, { start, end: null }, 'period-incomplete'), 'periodText');
    },
  },
  {
    code: 'period-reversed',
    needs: ['period'],
    plant: (random, draft, { year }) => {
      const [a, b] = [random.int(1, 12), random.int(1, 12)];
      const read = {
        start: `${year + 1}-${String(a).padStart(2, '0')}`,
        end: `${year}-${String(b).padStart(2, '0')}`,
      };
      put(draft, 'period', written(`${year + 1}.${a}-${year}.${b}`, read), 'periodText');
    },
  },
  {
    code: 'district-unknown',
    needs: ['places'],
    plant: (random, draft, { city }) =>
      putText(draft, 'places', random.pick(city.foreignPlaces), null, 'district-unknown'),
  },
  {
    code: 'several-places',
    needs: ['places'],
    plant: (random, draft, { city }) =>
      put(
        draft,
        'places',
        severalPlaces(random, random.some<PlaceWords>(city.places, random.int(2, 3))),
        'districts',
      ),
  },
  ...['totalFen', 'planYearFen'].map(
    (column): Plant => ({
      code: 'amount-missing',
      needs: [column],
      fits: planned,
      plant: (random, draft) => {
        putText(draft, column, random.pick(emptyMarks), null);
        draft.amounts.delete(column);
      },
    }),
  ),
  ...['totalFen', 'doneBeforeFen', 'planYearFen', 'month3'].map(
    (column): Plant => ({
      code: 'unit-in-cell',
      needs: [column],
      fits: (draft) => planned(draft) && draft.record[column] !== null && draft.record[column] !== 0n,
      plant: (random, draft, table) =>
        putAmount(draft, column, otherUnit(random, amount(draft, column), table.unitOf(column))),
    }),
  ),
  {
    code: 'plan-sum-mismatch',
    needs: ['planYearFen', 'month12'],
    fits: planned,
    plant: (random, draft, table) => {
      const more = amount(draft, 'planYearFen') + 1_000_000n * BigInt(random.int(1, 50));
      set(draft, table, 'planYearFen', more);
      if (table.has.has('totalFen')) set(draft, table, 'totalFen', amount(draft, 'totalFen') + 60_000_000n);
    },
  },
  {
    code: 'month-plan',
    needs: ['planYearFen', 'month12'],
    fits: (draft, { cumulative }) =>
      planned(draft) &&
      (cumulative
        ? amount(draft, 'month4') > 0n
        : draft.record['month4'] !== null && draft.record['month8'] !== null),
    plant: (_, draft, table) => {
      if (table.cumulative) return set(draft, table, 'month5', (draft.record['month4'] as bigint) - 500_000n);
      const moved = amount(draft, 'month4') + 3_000_000n;
      set(draft, table, 'month4', -3_000_000n);
      set(draft, table, 'month8', amount(draft, 'month8') + moved);
    },
  },
  {
    code: 'total-lt-plan',
    needs: ['totalFen', 'planYearFen'],
    fits: (draft) => planned(draft) && amount(draft, 'planYearFen') > 2_000_000n,
    plant: (_, draft, table) => set(draft, table, 'totalFen', amount(draft, 'planYearFen') - 1_000_000n),
  },
  {
    code: 'done-plan-gt-total',
    needs: ['totalFen', 'planYearFen', 'doneBeforeFen'],
    fits: planned,
    plant: (_, draft, table) => {
      set(draft, table, 'doneBeforeFen', 5_000_000n);
      set(draft, table, 'totalFen', amount(draft, 'planYearFen') + 4_000_000n);
    },
  },
  {
    code: 'code-malformed',
    needs: ['code'],
    fits: (draft) => draft.record['code'] !== null,
    plant: (random, draft) => put(draft, 'code', malformedCode(random, draft.record['code'] as string)),
  },
  {
    code: 'code-normalised',
    needs: ['code'],
    fits: (draft) => draft.record['code'] !== null,
    plant: (random, draft) => put(draft, 'code', restorableCode(random, draft.record['code'] as string)),
  },
  {
    code: 'uscc',
    needs: ['uscc'],
    plant: (random, draft) => put(draft, 'uscc', wrongCredit(random, draft.record['uscc'] as string)),
  },
  {
    code: 'row-hidden',
    needs: ['name'],
    plant: (_, draft) => {
      draft.hidden = true;
    },
  },
  {
    code: 'row-struck',
    needs: ['name'],
    plant: (_, draft) => {
      draft.struck = true;
    },
  },
  {
    code: 'cell-error-derived',
    needs: ['extra1'],
    plant: (random, draft) => {
      fill(draft, 'extra1', { value: { error: random.pick(errorValues) } });
      say(draft, 'extra1', 'cell-error-derived');
    },
  },
  {
    code: 'blank-texts',
    needs: ['content'],
    plant: (random, draft) => {
      for (const column of ['industry', 'nature', 'content', 'fundSource', 'respUnit', 'company', 'leader'])
        putText(draft, column, random.pick(emptyMarks), null);
      putText(draft, 'uscc', random.pick(emptyMarks), null);
    },
  },
];
