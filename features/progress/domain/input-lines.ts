import type { EvaluationRow } from '#engines/indicators';

export type InputLine = { readonly name: string; readonly text: string | null; readonly fen: bigint | null };

/** What a light was made from, in words; amounts stay amounts. */
export function inputLines(inputs: EvaluationRow['inputs']): InputLine[] {
  const said = (name: string, text: string | null): InputLine => ({ name, text, fen: null });
  const amount = (name: string, fen: string | null): InputLine => ({
    name,
    text: fen === null ? '无' : null,
    fen: fen === null ? null : BigInt(fen),
  });
  const { category, started, startMonth, plannedStartMonth, entered, planNumber, reportNumber } = inputs;
  return [
    said('月份', inputs.month),
    said('类别', category === 'building' ? '在建' : '新开工'),
    amount('本年累计计划', inputs.planToMonthFen),
    amount('全年计划', inputs.planYearFen),
    amount('本年累计完成', inputs.actualToMonthFen),
    said('是否开工', started ? `已开工${startMonth ? `（${startMonth}）` : ''}` : '未开工'),
    ...(plannedStartMonth ? [said('计划开工', plannedStartMonth)] : []),
    said('是否入统', entered === null ? '未说明' : entered ? '已入统' : '未入统'),
    said('计划版本', planNumber === null ? '无计划' : `第 ${planNumber} 版`),
    said('月报', reportNumber === null ? '未填报' : `第 ${reportNumber} 次填报`),
  ];
}
