import { type FactName, factKinds } from '../grid/fact.ts';
import type { PasteColumn } from '../grid/paste.ts';
import { texts } from '../texts.ts';

export type ShownFact = 'planMonthFen' | 'planCumFen' | 'lastCumFen';

export type GridColumn = PasteColumn & {
  readonly key: string;
  readonly shown?: ShownFact;
  readonly isMoney?: boolean;
  /** In pixels. */
  readonly width: number;
};

const typed = (fact: FactName, width: number): GridColumn => ({
  key: fact,
  fact,
  title: texts.facts[fact],
  isMoney: factKinds[fact] === 'amount',
  width,
});

/** The grid from left to right. */
export const gridColumns: readonly GridColumn[] = [
  { key: 'name', title: texts.project, isName: true, width: 200 },
  { key: 'planMonthFen', shown: 'planMonthFen', title: texts.planMonth, isMoney: true, width: 88 },
  { key: 'planCumFen', shown: 'planCumFen', title: texts.planCum, isMoney: true, width: 96 },
  { key: 'lastCumFen', shown: 'lastCumFen', title: texts.lastCum, isMoney: true, width: 96 },
  typed('monthFen', 100),
  typed('cumFen', 104),
  typed('started', 52),
  typed('actualStart', 100),
  typed('entered', 52),
  typed('enteredOn', 100),
  typed('progressText', 170),
  typed('problem', 170),
  { key: 'state', title: texts.state, width: 124 },
];

export const stateColumn = gridColumns.length - 1;
export const typedColumns = gridColumns.map(({ fact }) => fact !== undefined);
export const firstTyped = typedColumns.indexOf(true);

export const gridWidth = gridColumns.reduce((sum, { width }) => sum + width, 0);
