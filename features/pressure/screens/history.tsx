import { Empty, LightMark, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { viewHistory } from '../contract.ts';
import { words } from '../texts.ts';
import { LetterTable } from './letter-table.tsx';
import './pressure.css';

/** One project or unit: its months, what was proposed and decided, the letters and what came of them. */
export function Screen({ params }: ScreenProps) {
  const kind = params['kind'] === 'unit' ? 'unit' : 'project';
  const query = useRoute(viewHistory, { kind, id: params['id'] ?? '' });
  return (
    <Shown query={query}>
      {({ name, months, proposals, letters }) => (
        <Page title={`${words.history}：${name}`} note="只列事实：各月亮灯或排名、建议和决定、函件和结果。">
          <Panel title={kind === 'unit' ? '各月排名' : '各月亮灯'}>
            {months.length === 0 ? <Empty why="还没有评价过的月份。" /> : null}
            <ul className="letter-way">
              {months.map(({ month, light, rank, ranked }) => (
                <li key={month}>
                  {month} {rank === null ? <LightMark light={light} /> : `第${rank}位（共${ranked}个）`}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="建议和决定">
            {proposals.length === 0 ? <Empty why="没有提出过建议。" /> : null}
            <ul className="letter-steps">
              {proposals.map(({ proposalId, month, documentName, rule, decision }) => (
                <li key={proposalId}>
                  <strong>
                    {month} {documentName}
                  </strong>{' '}
                  {rule}
                  <div>
                    {decision === null
                      ? '待决定'
                      : decision.decision === 'issue'
                        ? `拟发（${decision.by}）`
                        : `不发：${decision.reason}（${decision.by}）`}
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="函件和结果">
            <LetterTable label="函件和结果" letters={letters} empty={{ why: '没有发过函件。' }} />
          </Panel>
        </Page>
      )}
    </Shown>
  );
}
