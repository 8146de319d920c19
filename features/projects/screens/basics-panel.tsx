import { Facts, Money, Panel, useMoneyUnit } from '#ui';
import { texts } from '../texts.ts';
import type { Project } from './project.tsx';

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
        <section className="scroll" aria-label="各年度" style={{ marginTop: 12 }}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col">类别</th>
                <th scope="col">计划开工</th>
                <th scope="col" className="number">
                  年度计划（{unit}）
                </th>
                <th scope="col" className="number">
                  至上年底（{unit}）
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.year}>
                  <td>{entry.year}</td>
                  <td>{entry.category}</td>
                  <td>{entry.plannedStart ?? '—'}</td>
                  <td className="number">
                    <Money fen={entry.planYearFen} />
                  </td>
                  <td className="number">
                    <Money fen={entry.doneBeforeFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Panel>
  );
}
