import type { MatterStatisticsRow } from '../../contract.ts';
import { statisticsTexts } from '../statistics-texts.ts';

/** 「87.5（7/8）」; without a denominator a dash, never a zero. */
export function shareText({ part, of, percent }: MatterStatisticsRow['onTime']): string {
  return percent === null ? '—' : `${percent.toFixed(1)}${statisticsTexts.share(part, of)}`;
}
