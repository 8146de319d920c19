import { Button, Radio } from 'antd';
import { useMoneyUnit } from '#ui';
import type { ContenderView, ContestView } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import { ContestFacts } from './contest-facts.tsx';
import type { Choices } from './use-choices.ts';

type ContestsProps = {
  readonly contests: readonly ContestView[];
  readonly agreed: number;
  readonly choices: Choices;
  readonly open: boolean;
};

/** Projects on which two files disagree, side by side; a person says which stands. */
export function Contests({ contests, agreed, choices, open }: ContestsProps) {
  const { unit } = useMoneyUnit();
  const last = () =>
    choices.stand(
      Object.fromEntries(contests.map(({ key, contenders }) => [key, contenders.at(-1)?.importId ?? ''])),
    );
  return (
    <>
      {agreed > 0 ? <p className="quiet">{texts.agreed(agreed)}</p> : null}
      {contests.length === 0 ? <p className="state">{texts.noContests}</p> : null}
      {contests.length > 0 && open ? (
        <>
          <p className="quiet">{texts.contestsNote}</p>
          <div className="acts" style={{ margin: '0 0 12px' }}>
            <Button onClick={last}>{texts.laterAll}</Button>
          </div>
        </>
      ) : null}
      {contests.map((contest) => (
        <section key={contest.key} className="panel" aria-label={contest.name}>
          <h3 style={{ marginTop: 0 }}>
            {contest.name} <span className="quiet number">{contest.key}</span>
          </h3>
          <p className="quiet">
            {texts.differ}：{contest.differ.map((fact) => texts.facts[fact] ?? fact).join('、')}
          </p>
          <div
            role="radiogroup"
            aria-label={contest.name}
            style={{
              display: 'grid',
              gap: 12,
              gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
            }}
          >
            {contest.contenders.map((one) => (
              <div key={one.importId}>
                <Radio
                  name={contest.key}
                  disabled={!open}
                  checked={choices.stands[contest.key] === one.importId}
                  onChange={() => choices.stand({ [contest.key]: one.importId })}
                  style={{ whiteSpace: 'normal' }}
                >
                  <strong>{texts.choose(nameOf(one))}</strong>
                </Radio>
                <div style={{ paddingLeft: 24 }}>
                  <ContestFacts contender={one} differ={contest.differ} unit={unit} />
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function nameOf({ office, fileName }: ContenderView): string {
  return office ? `${office}：${fileName}` : fileName;
}
