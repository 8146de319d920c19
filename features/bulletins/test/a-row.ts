import type { FigureRow } from '../domain/figures.ts';

const wan = (n: number) => `${BigInt(n) * 1_000_000n}` as const;

type Given = Partial<Omit<FigureRow, 'planFen' | 'actualFen' | 'planYearFen'>> & {
  /** 万元 */
  readonly plan?: number;
  readonly actual?: number | null;
};

let count = 0;

/** A project with a light: 100 万元 planned and done of 1,200 in the year, in district `a`. */
export function aRow({ plan = 100, actual = 100, ...given }: Given = {}): FigureRow {
  count += 1;
  const number = `P-${String(count).padStart(4, '0')}`;
  return {
    ...{ projectId: number, number, name: `项目${count}`, districtId: 'a', district: '甲区' },
    ...{ category: 'building', lists: ['key'], light: 'green', before: null, evaluationId: `e${count}` },
    ...{ reportId: null, reportNumber: actual === null ? null : 1, problem: null, why: null },
    planFen: wan(plan),
    planYearFen: wan(1200),
    actualFen: actual === null ? null : wan(actual),
    ...given,
  };
}
