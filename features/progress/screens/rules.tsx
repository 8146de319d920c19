import { Alert } from 'antd';
import { lightNames } from '#kernel/light';
import { Facts, LightMark, Page, Panel, Shown, useRoute } from '#ui';
import { type RuleSetView, ruleSets } from '../contract.ts';
import { texts } from '../texts.ts';

/** The rules as they are in force, in words, with where they come from and that they leave no case out. */
export function Screen() {
  const rules = useRoute(ruleSets, {});
  return (
    <Page title={texts.rules}>
      <Shown query={rules}>
        {(data) => data.rules.map((one) => <RuleSetPanel key={one.id} rules={one} />)}
      </Shown>
    </Page>
  );
}

function RuleSetPanel({ rules }: { readonly rules: RuleSetView }) {
  const { proof } = rules;
  return (
    <>
      <Panel title={`《${rules.name}》${rules.number > 0 ? `第 ${rules.number} 版` : ''}`}>
        <Facts
          facts={[
            ['依据', rules.platformDefault ? texts.platformDefault : rules.basis],
            ['施行', texts.effective(rules.effectiveFrom)],
            ['评价', `${texts.evaluationDay(rules.evaluationDay)}，${texts.verifiedCounts}`],
            ['总灯', `${texts.orderNote}${rules.order.map((light) => lightNames[light]).join(' ＞ ')}`],
          ]}
        />
        <Alert
          type={proof.complete ? 'success' : 'error'}
          showIcon
          style={{ marginTop: 12 }}
          title={proof.complete ? texts.proofOk : texts.proofBad}
          description={proof.complete ? undefined : proof.faults.join('；')}
        />
      </Panel>
      <div className="columns">
        {rules.dimensions.map((dimension) => (
          <DimensionPanel key={dimension.id} dimension={dimension} />
        ))}
      </div>
    </>
  );
}

function DimensionPanel({ dimension }: { readonly dimension: RuleSetView['dimensions'][number] }) {
  return (
    <Panel title={dimension.name}>
      <Facts
        facts={[
          [texts.measure, dimension.measure],
          [texts.appliesTo, dimension.appliesTo],
          ['依据', dimension.basis],
        ]}
      />
      <table className="plain" style={{ marginTop: 12 }}>
        <caption className="quiet" style={{ textAlign: 'left' }}>
          {dimension.name}：{texts.lightWhen}
        </caption>
        <tbody>
          {dimension.lines.map((line) => (
            <tr key={`${line.when} ${line.months ?? ''}`}>
              <td>
                {line.when}
                {line.months ? <span className="quiet">（{texts.onlyMonths(line.months)}）</span> : null}
              </td>
              <td>
                <LightMark light={line.light} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dimension.consecutive.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Panel>
  );
}
