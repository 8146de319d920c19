import type { Cell } from '#sheets';
import { isAmountField } from './column.ts';
import type { Dictionary } from './dictionary.ts';
import { type Grid, isFilled } from './grid.ts';
import type { Candidate } from './propose-columns.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import { readPeriod } from './read-period.ts';
import { placeNamed, readPlaces } from './read-place.ts';
import { readLists, readStage, readYesNo } from './read-words.ts';
import type { Fit } from './settle-columns.ts';
import { spelling } from './spelling.ts';

const sampleSize = 80;

/** Judges the meaning a header suggests by what stands below it. Few values prove nothing. */
export function fitOf(grid: Grid, rows: readonly number[], dictionary: Dictionary, year: number): Fit {
  const samples = new Map<number, readonly Cell[]>();
  return (column, candidate) => {
    let cells = samples.get(column);
    if (!cells) {
      cells = sample(grid, column, rows, dictionary);
      samples.set(column, cells);
    }
    return judge(cells, candidate, dictionary, year);
  };
}

function sample(
  grid: Grid,
  column: number,
  rows: readonly number[],
  { emptyMarks, vocabulary }: Dictionary,
): readonly Cell[] {
  const cells: Cell[] = [];
  const skip = new Set(
    [...vocabulary.rows.total, ...vocabulary.rows.subtotal, ...vocabulary.words.same].map(spelling),
  );
  for (const row of rows) {
    if (cells.length >= sampleSize) break;
    const cell = grid.at(row, column);
    if (!isFilled(cell) || cell.kind === 'error') continue;
    const merge = grid.mergeAt(row, column);
    if (merge && merge.toColumn - merge.fromColumn > 2) continue;
    const text = spelling(cell.text);
    if (emptyMarks.has(text) || skip.has(text)) continue;
    cells.push(cell);
  }
  return cells;
}

function judge(cells: readonly Cell[], candidate: Candidate, dictionary: Dictionary, year: number): number {
  const { field } = candidate;
  const share = (test: (cell: Cell) => boolean) => cells.filter(test).length / cells.length;
  if (cells.length < 3) return candidate.vague ? 0 : 1;
  if (isAmountField(field)) {
    if (share((c) => c.kind === 'number' && /%/.test(c.format ?? '')) > 0.5) return 0;
    // A handful of texts may be mistakes in an amount column; more are another kind of column.
    return cells.length >= 6 && share((c) => isAmount(c, dictionary)) < 0.3 ? 0 : 1;
  }
  const text = (cell: Cell) => cell.text;
  const setting = { year, bareMonth: true, empty: dictionary.emptyMarks };
  const isDate = (c: Cell) => readDate(c, setting).date !== null;
  const isWord = (c: Cell) => readYesNo(c.text, dictionary) !== null;
  switch (field) {
    case 'stage':
      return share(
        (c) =>
          readStage(text(c), dictionary) !== undefined || /^(?:新建|续建)(?:项目)?$/.test(spelling(c.text)),
      ) >= 0.6 && someStage(cells, dictionary)
        ? 2
        : candidate.vague
          ? 0
          : 0.5;
    case 'lists':
      if (share((c) => readLists(text(c), dictionary).length > 0) >= 0.5) return candidate.vague ? 2.2 : 1;
      return candidate.vague ? 0 : 0.8;
    case 'industry':
    case 'nature':
      return share((c) => c.kind === 'number') > 0.5 ? 0 : 1;
    case 'places':
      return placesFit(cells, dictionary);
    case 'name':
      return share((c) => c.kind !== 'text') > 0.6 ? 0.1 : 1;
    case 'started':
    case 'entered':
      return share(isWord) < 0.2 && share(isDate) > 0.6 ? 0.2 : 1;
    case 'plannedStart':
    case 'actualStart':
    case 'enteredOn':
    case 'reportedOn':
    case 'periodStart':
    case 'periodEnd':
      return share(isDate) < 0.15 && share((c) => readPeriod(c, setting).end !== null) < 0.3 ? 0.4 : 1;
    case 'period':
      return share((c) => readPeriod(c, setting).start !== null) < 0.15 ? 0.6 : 1;
    case 'problem':
    case 'matter':
    case 'progress':
    case 'content':
      return share((c) => c.kind === 'number' && !/%/.test(c.format ?? '')) > 0.7 ? 0.2 : 1;
    case 'code':
      return share((c) => /\d{4}/.test(c.text) || dictionary.noCodeMarks.has(spelling(c.text))) < 0.2
        ? 0.4
        : 1;
    default:
      return 1;
  }
}

function isAmount(cell: Cell, { emptyMarks }: Dictionary): boolean {
  const read = readAmount(cell, '万元', emptyMarks);
  return read.problem !== 'amount-unreadable';
}

function someStage(cells: readonly Cell[], dictionary: Dictionary): boolean {
  return cells.some((c) => readStage(c.text, dictionary) !== undefined);
}

/** A column of street addresses is no column of districts. */
function placesFit(cells: readonly Cell[], dictionary: Dictionary): number {
  const known =
    cells.filter((c) => readPlaces(c.text, dictionary).unknown.length === 0).length / cells.length;
  if (cells.length < 4 || known >= 0.25) return 1 + known * 0.1;
  const namesOther = cells.some(
    (c) => /[市区县旗州]$/.test(spelling(c.text)) && placeNamed(spelling(c.text), dictionary) === undefined,
  );
  return namesOther ? 0.5 : 0;
}
