import { type Column, isAmountField } from './column.ts';
import { type Grid, letterOf } from './grid.ts';
import type { Candidate, Proposed } from './propose-columns.ts';

/** Judges by a column's values whether it can be this field: 1 as good as certain, 0 impossible. */
export type Fit = (column: number, candidate: Candidate) => number;

/** Fields several columns may share; only the first is read, the others are silently left out. */
const lowest = 24;

/** Gives every field to the column that fits it best, and every column at most one field. */
export function settleColumns(grid: Grid, proposed: readonly Proposed[], suits: Fit): Column[] {
  const pairs = proposed
    .flatMap((column) =>
      column.candidates.map((candidate) => ({
        column,
        candidate,
        weight: candidate.score * suits(column.number, candidate),
      })),
    )
    .filter((pair) => pair.weight > lowest)
    .sort((a, b) => b.weight - a.weight || a.column.number - b.column.number);
  const settled = new Map<Proposed, Candidate>();
  const taken = new Map<string, { column: Proposed; weight: number }>();
  const beaten = new Map<Proposed, string>();
  for (const { column, candidate, weight } of pairs) {
    if (settled.has(column)) continue;
    const { field } = candidate;
    const holder = field === null ? undefined : taken.get(field);
    if (field !== null && holder) {
      if (holder.weight - weight < 12 && !beaten.has(column)) beaten.set(column, holder.column.header);
      continue;
    }
    if (field !== null) taken.set(field, { column, weight });
    settled.set(column, candidate);
  }
  return proposed.map((column) => columnOf(grid, column, settled.get(column), beaten.get(column)));
}

function columnOf(
  grid: Grid,
  proposed: Proposed,
  candidate: Candidate | undefined,
  rival: string | undefined,
): Column {
  const field = candidate?.field ?? null;
  const others = proposed.candidates.map((c) => c.field).filter((f) => f !== null && f !== field) as string[];
  const doubt = doubtOf(proposed, candidate, rival);
  const amount = isAmountField(field) || candidate?.money === true;
  return {
    number: proposed.number,
    col: letterOf(proposed.number),
    header: proposed.header,
    hidden: grid.sheet.hiddenColumns.has(proposed.number),
    field,
    ...(amount && proposed.unit ? { unit: proposed.unit } : {}),
    ...(candidate?.sumAs ? { sumAs: candidate.sumAs } : {}),
    ...(candidate?.money ? { money: true as const } : {}),
    ...(candidate?.cumulative ? { cumulative: true as const } : {}),
    ...(candidate?.lastMonthOfSpan ? { lastMonthOfSpan: true as const } : {}),
    ...(doubt ? { doubt } : {}),
    ...(others.length > 0 ? { alternatives: [...new Set(others)] } : {}),
  };
}

function doubtOf(
  { header, candidates }: Proposed,
  candidate: Candidate | undefined,
  rival: string | undefined,
): string | undefined {
  if (candidates.length === 0) return `不认得“${header}”一列，未读入`;
  if (rival !== undefined && (candidate?.field ?? null) === null)
    return `“${header}”与“${rival}”含义相近，已按后者读取`;
  if (candidate && candidate.field !== null && candidate.score < 60)
    return `“${header}”的含义不够明确，请核对`;
  return undefined;
}
