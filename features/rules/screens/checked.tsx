import { Alert } from 'antd';
import { Panel, TabSet } from '#ui';
import type { DifferenceLine, Problem } from '../contract.ts';
import { words } from '../texts.ts';
import { Difference } from './difference.tsx';

type CheckedProps = {
  readonly problems: readonly Problem[];
  readonly difference: readonly DifferenceLine[];
  readonly inWords: readonly DifferenceLine[] | null;
  /** What it means that nothing is wrong. */
  readonly fine?: string;
};

/** What is wrong with a text, and what it changes: in sentences where there are any, and as text. */
export function Checked({ problems, difference, inWords, fine = words.noProblems }: CheckedProps) {
  const asText = <Difference lines={difference} label={words.differenceIn.text} />;
  return (
    <>
      <Panel title={words.check}>
        <div role="status">
          {problems.length === 0 ? (
            <Alert type="success" showIcon title={fine} />
          ) : (
            <Alert type="error" showIcon title={words.problems(problems.length)} />
          )}
        </div>
        {problems.length > 0 ? (
          <ul className="problem-list">
            {problems.map(({ file, line, message, remedy }) => (
              <li key={`${file} ${line} ${message}`}>
                <strong>
                  {file} 第{line}行
                </strong>
                ：{message}
                <div className="quiet">{remedy}</div>
              </li>
            ))}
          </ul>
        ) : null}
      </Panel>
      <Panel title={words.difference}>
        {difference.length === 0 ? (
          <p className="quiet">{words.same}</p>
        ) : inWords ? (
          <TabSet
            label={words.difference}
            tabs={[
              {
                key: 'words',
                name: words.differenceIn.words,
                content:
                  inWords.length === 0 ? (
                    <p className="quiet">{words.same}</p>
                  ) : (
                    <Difference lines={inWords} label={words.differenceIn.words} />
                  ),
              },
              { key: 'text', name: words.differenceIn.text, content: asText },
            ]}
          />
        ) : (
          asText
        )}
      </Panel>
    </>
  );
}
