import { type Column, DataTable, Facts, Money, Panel, useMoneyUnit } from '#ui';
import type { Project } from '../contract.ts';
import { texts } from '../texts.ts';

type Entry = Project['entries'][number];

export function BasicsPanel({ project }: { readonly project: Project }) {
  const { detail } = project;
  const period = [detail?.periodStart, detail?.periodEnd].map((one) => one ?? '').join(' 至 ');
  return (
    <Panel title={texts.basics}>
      <Facts
        facts={[
          ['编号', project.number],
          ['项目代码', project.code],
          ['建设地点', project.districts.map((one) => one.name).join('、')],
          ['行业', project.industry],
          ['建设性质', project.nature],
          ['项目类型', project.form?.name],
          ['项目单位', detail?.company],
          ['统一社会信用代码', detail?.uscc],
          ['建设起止', period === ' 至 ' ? null : period],
          ['建设内容', detail?.content],
          ['备注', detail?.remark],
        ]}
      />
    </Panel>
  );
}

function entryColumns(unit: string): readonly Column<Entry>[] {
  return [
    { key: 'year', title: '年度', phone: 'title', render: (entry) => entry.year },
    { key: 'category', title: '类别', render: (entry) => entry.category },
    { key: 'start', title: '计划开工', render: (entry) => entry.plannedStart ?? '—' },
    {
      key: 'plan',
      title: `年度计划（${unit}）`,
      number: true,
      render: (entry) => <Money fen={entry.planYearFen} />,
    },
    {
      key: 'before',
      title: `至上年底（${unit}）`,
      number: true,
      render: (entry) => <Money fen={entry.doneBeforeFen} />,
    },
  ];
}

export function MoneyPanel({ project }: { readonly project: Project }) {
  const { unit } = useMoneyUnit();
  const { detail, entries } = project;
  return (
    <Panel title={texts.money}>
      <Facts
        facts={[
          [`总投资（${unit}）`, <Money key="total" fen={detail?.totalFen} />],
          ['资金来源', detail?.fundSource],
        ]}
      />
      {entries.length > 0 ? (
        <DataTable
          label="各年度"
          columns={entryColumns(unit)}
          rows={entries}
          rowKey={(entry) => entry.year}
          empty={{ why: '没有年度信息。' }}
        />
      ) : null}
    </Panel>
  );
}
