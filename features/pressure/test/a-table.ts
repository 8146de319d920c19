import type { Condition } from '#kernel/condition';
import type { PressureRow } from '../domain/table.ts';

export const redLight: Condition = { field: 'light', op: 'eq', value: 'red' };

/** A row of a table; its id is its text unless more is said. */
export function aRow(id: string, said: Partial<PressureRow> = {}): PressureRow {
  return {
    ...{ id, text: id, when: redLight, periods: 1, document: 'warning', to: 'district', workingDays: 5 },
    ...{ signs: 'coordinator-head', priority: 0, basis: '平台默认值', ...said },
  };
}
