import { type Month, monthNumber } from '#kernel/month';
import type { Column, Entry, Table } from '#sheets';
import type { FormRow } from './form-row.ts';

export type Form = {
  readonly cityName: string;
  readonly office: string;
  readonly month: Month;
  readonly rows: readonly FormRow[];
};

const wan = { kind: 'money', unit: '万元', width: 13 } as const;

/** Its headers are words of the vocabulary, so that the return is read without any mapping. */
export function formTables({ cityName, office, month, rows }: Form): readonly Table<unknown>[] {
  const year = month.slice(0, 4);
  const number = monthNumber(month);
  const form: Table<FormRow> = {
    sheet: '填报表',
    title: `${cityName}${year}年${number}月重点项目填报表（${office}）`,
    note: '单位：万元。只填黄色单元格，其余已由系统预填并锁定；本月没有变化的项目也请填累计完成。',
    frozenColumns: 4,
    columns: [...known(number), ...toFill(number)],
    rows,
  };
  return [form, instructions(number)];
}

function known(month: number): Column<FormRow>[] {
  const last = month - 1;
  return [
    { title: '序号', kind: 'number', width: 6, value: (row) => row.seq },
    { title: '档案编号', kind: 'text', width: 11, value: (row) => row.number },
    { title: '项目代码', kind: 'text', width: 27, value: (row) => row.code },
    { title: '项目名称', kind: 'text', width: 40, value: (row) => row.name },
    { title: '年度类别', kind: 'text', width: 9, value: (row) => row.category },
    { title: '总投资', ...wan, value: (row) => row.totalFen },
    { title: '年度计划投资', ...wan, value: (row) => row.planYearFen },
    { title: '本月计划投资', ...wan, value: (row) => row.planMonthFen },
    { title: '本年累计计划投资', ...wan, value: (row) => row.planToMonthFen },
    ...(last > 0
      ? [{ title: '上月累计完成投资', ...wan, value: (row: FormRow) => row.doneBeforeMonthFen }]
      : []),
  ];
}

function toFill(month: number): Column<FormRow>[] {
  const yesNo = ['是', '否'];
  const empty = () => null;
  const text = (title: string, width: number, entry: Entry): Column<FormRow> => ({
    ...{ title, width, entry },
    kind: 'text',
    value: empty,
  });
  const day = (title: string, prompt: string): Column<FormRow> => ({
    ...{ title, width: 13, entry: { prompt } },
    kind: 'date',
    value: empty,
  });
  const amount = (title: string, prompt: string): Column<FormRow> => ({
    ...{ title, entry: { prompt } },
    ...wan,
    value: empty,
  });
  return [
    amount('本月完成投资', `${month}月当月完成的投资，只填数字，单位万元。没有完成填 0。`),
    amount('本年累计完成投资', `1月至${month}月累计完成的投资，应等于上月累计加本月完成。留空按未报处理。`),
    text('是否开工', 9, { prompt: '填“是”或“否”。', choices: yesNo }),
    day('实际开工日期', '已开工的填实际开工日期，如 2023-05-06；只知道月份的填 2023-05。'),
    text('是否入统', 9, { prompt: '是否已纳入固定资产投资统计，填“是”或“否”。', choices: yesNo }),
    day('入统日期', '已入统的填入统日期，如 2023-05-06；只知道月份的填 2023-05。'),
    text('形象进度', 32, { prompt: '一两句话说明工程做到哪一步。' }),
    text('存在问题', 32, { prompt: '没有问题留空；有问题写明原因和需要谁协调。' }),
    text('填报人', 10, { prompt: '填报人姓名。' }),
  ];
}

function instructions(month: number): Table<string> {
  const lines = [
    '一、只填黄色单元格。其余单元格已预填并锁定，请不要解除保护后改动，不要增删行列、改表头或改工作表名称。',
    '二、金额只填数字，按表头所写的计量口径填写，不要在单元格里写“万元”等字样。',
    `三、本年累计完成投资从1月算到${month}月，应等于上月累计加本月完成；留空按未报处理。`,
    '四、是否开工、是否入统从下拉框中选“是”或“否”。日期写成 2023-05-06；只知道月份的写 2023-05。',
    '五、预填的数有误，请不要改表，写在存在问题一栏或另行告知。',
    '六、表中没有的项目不在当年清单内，不能在本表补报，请先申请列入清单。',
    '七、填好后直接发回本文件，文件名可以改。系统按表内编号认出单位和项目，不需要另作说明。',
    '八、本系统为非涉密系统，严禁填写国家秘密。',
  ];
  const column: Column<string> = { title: '填表说明', kind: 'text', width: 110, value: (line) => line };
  return { sheet: '填表说明', columns: [column], rows: lines };
}
