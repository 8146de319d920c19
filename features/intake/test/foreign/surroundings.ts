import type { Line } from './layout.ts';
import type { Random } from './random.ts';

export type Head = {
  readonly titles: readonly string[];
  /** 万元 …, stated in a cell of its own at the right end. */
  readonly unitCell?: string;
  readonly sender: string;
  readonly day: string;
  readonly width: number;
};

/** What stands over a table: titles, the line of sender and unit, a date line. */
export function headLines(random: Random, { titles, unitCell, sender, day, width }: Head): Line[] {
  const lines: Line[] = [];
  if (random.chance(0.2))
    lines.push({ kind: 'title', texts: { 1: random.pick(['附件', '附件1', '附表2', '附件3：']) } });
  for (const title of titles) lines.push({ kind: 'title', texts: { 1: title }, merged: true });
  if (random.chance(0.25)) lines.push({ kind: 'note', texts: { 1: `（截至${day}）` }, merged: true });
  if (random.chance(0.1)) lines.push({ kind: 'blank' });
  if (unitCell !== undefined) {
    const unit = random.pick([
      `单位：${unitCell}`,
      `单位:${unitCell}`,
      `（单位：${unitCell}）`,
      `金额单位：${unitCell}`,
      `单位： ${unitCell}`,
    ]);
    const texts: Record<number, string> = { [random.pick([width, width - 1])]: unit };
    if (random.chance(0.6))
      texts[1] = random.pick([`填报单位：${sender}`, `填报单位（盖章）：${sender}`, `报送单位：${sender}`]);
    lines.push({ kind: 'unit', texts });
  }
  return lines;
}

/** What stands under it: blank rows, notes, signatures. */
export function tailLines(random: Random): Line[] {
  const lines: Line[] = [];
  if (random.chance(0.3)) lines.push({ kind: 'blank' }, { kind: 'blank' });
  if (random.chance(0.5)) {
    lines.push({
      kind: 'note',
      texts: {
        1: random.pick([
          '注：1.本表由各地区发展改革部门填报；2.累计完成投资以入统数为准。',
          '备注：完成投资不含土地费用。',
          '说明：投资完成数以统计部门核定为准。',
          '填表说明：1.未开工项目须填写前期进展；2.数据须与统计口径一致。',
        ]),
      },
      merged: random.chance(0.5),
    });
  }
  if (random.chance(0.4)) {
    lines.push({
      kind: 'signature',
      texts: random.pick<Record<number, string>>([
        { 1: '联系人：投资科  电话：0411-00001234' },
        { 1: '填表人：王敏', 3: '审核人：李强', 6: '联系电话：0578-0001234' },
        { 1: '单位负责人：', 4: '填报人：', 7: '填报日期：' },
        { 1: '审核人：周敏        填表人：吴芳        联系电话：00001234' },
      ]),
    });
  }
  return lines;
}
