import { type Implementation, implement } from '#http';
import { printCard } from './acts/print-card.ts';
import { readCard } from './acts/read-card.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const fileCardRoutes: readonly Implementation[] = [
  implement(contract.fileCard, ({ id }, city) => readCard(city, id)),
  implement(contract.fileCardPdf, ({ id }, city) => printCard(city, id)),
];
