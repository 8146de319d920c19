import { errorValues, negativeCell, otherUnit, plainAmount, unreadableAmounts } from './amount-cells.ts';
import { approximateCell, dayCell, impossibleCell, serialCell, unreadableDates } from './date-cells.ts';
import { type Draft, fill, put, putAmount, putText, say } from './draft.ts';
import type { Listed } from './listed-projects.ts';
import type { Random } from './random.ts';
import type { ReportTable } from './report-row.ts';
import { emptyMarks, malformedCode, restorableCode } from './words-cells.ts';

export type ReportPlant = {
  readonly code: string;
  readonly needs: readonly string[];
  readonly fits?: (draft: Draft, listed: Listed, table: ReportTable) => boolean;
  readonly plant: (random: Random, draft: Draft, table: ReportTable, listed: Listed) => void;
};

const cum = (draft: Draft) => draft.record['cumFen'] as bigint;
const isStarted = (draft: Draft) => draft.record['started'] === true;

function setAmount(draft: Draft, { unitOf }: ReportTable, column: string, fen: bigint): void {
  putAmount(draft, column, {
    cell: { value: Number(plainAmount(fen, unitOf(column))) },
    value: fen,
    codes: [],
  });
}

const blank = (random: Random, draft: Draft, column: string) => {
  putText(draft, column, random.pick(emptyMarks), null);
  draft.amounts.delete(column);
};

export const reportPlants: readonly ReportPlant[] = [
  {
    code: 'name-missing',
    needs: ['name'],
    plant: (random, draft) => {
      putText(draft, 'code', random.pick(['—', null, '办理中']), null);
      putText(draft, 'name', random.pick([null, '—', '']), null, 'name-missing');
    },
  },
  {
    code: 'code-alone',
    needs: ['name', 'code'],
    fits: (draft) => draft.record['code'] !== null,
    plant: (random, draft) => putText(draft, 'name', random.pick([null, '—']), null),
  },
  ...['monthFen', 'cumFen'].map(
    (column): ReportPlant => ({
      code: 'amount-unreadable',
      needs: [column],
      plant: (random, draft) =>
        fill(draft, column, { value: random.pick(unreadableAmounts) }, 'amount-unreadable'),
    }),
  ),
  ...['monthFen', 'cumFen', 'actualStart', 'progress', 'reportedOn'].map(
    (column): ReportPlant => ({
      code: 'cell-error',
      needs: [column],
      plant: (random, draft) =>
        fill(draft, column, { value: { error: random.pick(errorValues) } }, 'cell-error'),
    }),
  ),
  ...['actualStart', 'reportedOn', 'enteredOn'].map(
    (column): ReportPlant => ({
      code: 'date-impossible',
      needs: [column],
      fits: isStarted,
      plant: (random, draft, { year }) => put(draft, column, impossibleCell(random, year)),
    }),
  ),
  {
    code: 'date-approximate',
    needs: ['enteredOn'],
    fits: isStarted,
    plant: (random, draft, { year }) => put(draft, 'enteredOn', approximateCell(random, year)),
  },
  {
    code: 'date-serial',
    needs: ['actualStart'],
    fits: isStarted,
    plant: (random, draft, { year }) =>
      put(draft, 'actualStart', serialCell(`${year - 1}-0${random.int(1, 9)}-1${random.int(0, 9)}`)),
  },
  {
    code: 'date-unreadable',
    needs: ['actualStart'],
    fits: isStarted,
    plant: (random, draft) =>
      putText(draft, 'actualStart', random.pick(unreadableDates), null, 'date-unreadable'),
  },
  {
    code: 'district-unknown',
    needs: ['places'],
    plant: (random, draft, { city }) =>
      putText(draft, 'places', random.pick(city.foreignPlaces), null, 'district-unknown'),
  },
  {
    code: 'unit-in-cell',
    needs: ['cumFen'],
    fits: (draft) => cum(draft) > 0n,
    plant: (random, draft, { unitOf }) =>
      putAmount(draft, 'cumFen', otherUnit(random, cum(draft), unitOf('cumFen'))),
  },
  { code: 'cum-missing', needs: ['cumFen'], plant: (random, draft) => blank(random, draft, 'cumFen') },
  { code: 'month-missing', needs: ['monthFen'], plant: (random, draft) => blank(random, draft, 'monthFen') },
  {
    code: 'month-negative',
    needs: ['monthFen'],
    plant: (random, draft, { unitOf }) => {
      putAmount(draft, 'monthFen', {
        cell: negativeCell(random, 3_000_000n, unitOf('monthFen')),
        value: -3_000_000n,
        codes: [],
      });
    },
  },
  {
    code: 'cum-decreases',
    needs: ['cumFen'],
    fits: (_, listed) => (listed.earlier.at(-1)?.cumFen ?? 0n) > 2_000_000n,
    plant: (_, draft, table, listed) =>
      setAmount(draft, table, 'cumFen', (listed.earlier.at(-1)?.cumFen ?? 0n) - 1_000_000n),
  },
  {
    code: 'cum-sum-mismatch',
    needs: ['cumFen', 'monthFen'],
    plant: (_, draft, table) => setAmount(draft, table, 'cumFen', cum(draft) + 2_000_000n),
  },
  {
    code: 'cum-lt-month',
    needs: ['cumFen', 'monthFen'],
    fits: (draft, listed) => listed.earlier.length === 0 && isStarted(draft) && cum(draft) > 2_000_000n,
    plant: (_, draft, table) => setAmount(draft, table, 'cumFen', 1_000_000n),
  },
  {
    code: 'cum-gt-total',
    needs: ['cumFen'],
    fits: (_, listed) => listed.totalFen !== null,
    plant: (_, draft, table, listed) => setAmount(draft, table, 'cumFen', listed.totalFen! + 1_000_000n),
  },
  {
    code: 'invest-not-started',
    needs: ['started'],
    fits: (draft) => isStarted(draft) && cum(draft) > 0n,
    plant: (random, draft) => putText(draft, 'started', random.pick(['否', '×', '未开工']), false),
  },
  {
    code: 'entered-not-started',
    needs: ['entered', 'started'],
    fits: (draft) => !isStarted(draft),
    plant: (random, draft) => putText(draft, 'entered', random.pick(['是', '√', '已入库']), true),
  },
  {
    code: 'start-conflict',
    needs: ['actualStart', 'started'],
    fits: (draft) => !isStarted(draft),
    plant: (random, draft, { year }) =>
      put(draft, 'actualStart', dayCell(random, `${year}-01-1${random.int(0, 9)}`, year)),
  },
  {
    code: 'started-no-date',
    needs: ['actualStart'],
    fits: (draft, listed) => isStarted(draft) && listed.stage === '新开工',
    plant: (random, draft) => putText(draft, 'actualStart', random.pick(emptyMarks), null),
  },
  {
    code: 'date-future',
    needs: ['reportedOn'],
    plant: (random, draft, { receivedOn, year }) =>
      put(
        draft,
        'reportedOn',
        dayCell(random, `${Number(receivedOn.slice(0, 4)) + 1}-0${random.int(2, 9)}-11`, year),
      ),
  },
  {
    code: 'code-normalised',
    needs: ['code'],
    fits: (draft) => draft.record['code'] !== null,
    plant: (random, draft) => put(draft, 'code', restorableCode(random, draft.record['code'] as string)),
  },
  {
    code: 'code-malformed',
    needs: ['code'],
    fits: (draft) => draft.record['code'] !== null,
    plant: (random, draft) => put(draft, 'code', malformedCode(random, draft.record['code'] as string)),
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
];
