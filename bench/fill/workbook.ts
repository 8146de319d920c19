import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Pack } from '#pack';
import { type Column, type Table, tableStream } from '#sheets';
import type { ListRecord } from '../../features/intake/domain/list-record.ts';
import { namesIn, recordsOf } from './records.ts';

const text = (title: string, value: (record: ListRecord) => string | null): Column<ListRecord> => ({
  ...{ kind: 'text' as const, title, width: 16, value },
});
const money = (
  title: string,
  value: (record: ListRecord) => string | null | undefined,
): Column<ListRecord> => ({
  ...{ kind: 'money' as const, title, unit: '万元' as const },
  value: (record) => (value(record) == null ? null : BigInt(value(record) as string)),
});

/** A yearly list as an office would send it: one sheet, a header row, the plan of every month. */
export async function writeListWorkbook(file: string, pack: Pack, rows: number, year: number): Promise<void> {
  const columns = [
    text('序号', (one) => one.seq),
    text('项目名称', (one) => one.name),
    text('项目代码', (one) => one.code),
    text('所属地区', (one) => one.districts[0]?.name ?? null),
    text('项目阶段', (one) => one.stage),
    text('行业', (one) => one.industry),
    text('建设性质', (one) => one.nature),
    text('建设内容', (one) => one.content),
    text('建设起始年份', (one) => one.periodStart),
    text('建设终止年份', (one) => one.periodEnd),
    money('总投资', (one) => one.totalFen),
    money('至上年底累计完成投资', (one) => one.doneBeforeFen),
    money('年度计划投资', (one) => one.planYearFen),
    text('计划开工时间', (one) => one.plannedStart),
    text('资金来源', (one) => one.fundSource),
    text('牵头单位', (one) => one.leadDepts[0] ?? null),
    text('责任单位', (one) => one.respUnit),
    text('建设单位', (one) => one.company),
    text('包保领导', (one) => one.leader),
    text('服务秘书', (one) => one.secretary),
    text('服务秘书电话', (one) => one.secretaryPhone),
    text('所属清单', (one) => one.lists.join('、')),
    ...Array.from({ length: 12 }, (_, at) => money(`${at + 1}月计划`, (one) => one.monthPlanFen?.[at])),
  ];
  const table: Table<ListRecord> = { sheet: '清单', columns, rows: recordsOf(namesIn(pack), rows, year) };
  await pipeline(tableStream([table as Table<unknown>]), createWriteStream(file));
}
