import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { monthText } from '#kernel/month';
import {
  Facts,
  Instant,
  LightMark,
  Money,
  MoneyUnitSwitch,
  Page,
  Panel,
  type ScreenProps,
  Shown,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { type EvaluationView, replay, why } from '../contract.ts';
import { texts } from '../texts.ts';

type Id = InputOf<typeof why>['id'];

/** Why a light is what it is: the rule, what went in, the day; and whether it comes out the same again. */
export function Screen({ params }: ScreenProps) {
  const evaluation = useRoute(why, { id: params['evaluationId'] as Id });
  return <Shown query={evaluation}>{(data) => <Why evaluation={data} />}</Shown>;
}

function Why({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { unit } = useMoneyUnit();
  const { projectId, name, number, month, evaluatedOn, overall, dimensions, inputs, sentences, rules } =
    evaluation;
  return (
    <Page
      title={`${name}：${monthText(month)}的灯`}
      note={
        <>
          {number} · 评价日 {evaluatedOn} · {evaluation.recordedBy}记于 <Instant at={evaluation.recordedAt} />{' '}
          · <Link href={`/projects/${projectId}`}>{texts.toProject}</Link> ·{' '}
          <Link href={`/projects/${projectId}/months?year=${month.slice(0, 4)}`}>{texts.months}</Link>
        </>
      }
      acts={<MoneyUnitSwitch />}
    >
      <div className="columns">
        <Panel title={texts.sentences}>
          <p>
            总灯 <LightMark light={overall} />
          </p>
          <Facts facts={dimensions.map((one) => [one.name, <LightMark key={one.id} light={one.light} />])} />
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="quiet">
            {texts.ruleNote(rules.name, rules.number, rules.basis)}
            {rules.platformDefault ? texts.platformDefault : null}{' '}
            <Link href="/light-rules">{texts.rules}</Link>
          </p>
          <Replay id={evaluation.evaluationId} />
        </Panel>
        <Panel title={texts.evaluationFacts}>
          <Facts
            facts={inputs.map(({ name: label, text, fen }) => [
              fen === null ? label : `${label}（${unit}）`,
              fen === null ? text : <Money key={label} fen={fen} />,
            ])}
          />
        </Panel>
      </div>
    </Page>
  );
}

function Replay({ id }: { readonly id: Id }) {
  const [asked, ask] = useState(false);
  const again = useRoute(replay, { id }, { enabled: asked });
  return (
    <>
      <Button onClick={() => (asked ? void again.refetch() : ask(true))} loading={again.isFetching}>
        {texts.replay}
      </Button>
      {asked ? (
        <Shown query={again} rows={1}>
          {({ same, differences }) => (
            <Alert
              type={same ? 'success' : 'error'}
              showIcon
              role="status"
              style={{ marginTop: 12 }}
              title={same ? texts.replaySame : `${texts.replayDiffers}${differences.join('；')}`}
            />
          )}
        </Shown>
      ) : null}
    </>
  );
}
