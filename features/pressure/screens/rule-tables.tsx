import type { OutputOf } from '#http/client';
import { type Column, DataTable, Panel } from '#ui';
import type { listProposals, PressureRule } from '../contract.ts';

type Tables = OutputOf<typeof listProposals>['tables'];

const columns: readonly Column<PressureRule>[] = [
  { key: 'text', title: '规则', phone: 'title', render: ({ text }) => text },
  { key: 'when', title: '当月条件', render: ({ when }) => when },
  { key: 'periods', title: '连续（月）', number: true, render: ({ periods }) => periods },
  { key: 'document', title: '文书', render: ({ documentName }) => documentName },
  { key: 'to', title: '发给', render: ({ toName }) => toName },
  { key: 'days', title: '期限（工作日）', number: true, render: ({ workingDays }) => workingDays },
  { key: 'signs', title: '签发', render: ({ signsName }) => signsName },
  { key: 'basis', title: '依据', render: ({ basis }) => basis },
];

/** Both tables as the city's pack says them. */
export function RuleTables({ tables }: { readonly tables: Tables }) {
  const { newYear, newYearBasis, projects, units } = tables;
  const empty = { why: '本市没有写这张表。', remedy: '由市发展改革委在市包的 pressure.yaml 中写明。' };
  return (
    <>
      <p className="quiet">
        同时符合几条时用较重的文书；跨年{newYear === 'restart' ? '重新数' : '接着数'}（{newYearBasis}）。
      </p>
      <Panel title="项目表">
        <DataTable label="项目表" columns={columns} rows={projects} rowKey={({ id }) => id} empty={empty} />
      </Panel>
      <Panel title="单位表">
        <DataTable label="单位表" columns={columns} rows={units} rowKey={({ id }) => id} empty={empty} />
      </Panel>
    </>
  );
}
