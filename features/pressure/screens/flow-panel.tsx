import { Button } from 'antd';
import { useState } from 'react';
import { Instant, Panel } from '#ui';
import type { LetterAct, LetterView } from '../contract.ts';
import { actNames, stateNames } from '../texts.ts';
import { StepDialog } from './step-dialog.tsx';

const way = Object.entries(stateNames) as [LetterView['state'], string][];

/** Where the letter stands, what may be done now, and what was done. */
export function FlowPanel({ letter }: { readonly letter: LetterView }) {
  const [acting, act] = useState<LetterAct>();
  const { state, acts, steps, waitingFor, interviewOffice } = letter;
  return (
    <Panel title="办理">
      <ol className="letter-way">
        {way.map(([id, name]) => (
          <li key={id} aria-current={id === state ? 'step' : undefined}>
            {name}
          </li>
        ))}
      </ol>
      {waitingFor.length > 0 ? <p>待会签：{waitingFor.join('、')}</p> : null}
      <p className="quiet">
        {interviewOffice ? `约谈只由系统提请，经${interviewOffice}会签、编号、用印和印发。` : ''}
        发文字号和印章取自本单位发文系统，登记之前每页标“送审稿”。
      </p>
      {acts.length > 0 ? (
        <div className="letter-acts">
          {acts.map((one) => (
            <Button key={one} type={one === 'return' ? 'default' : 'primary'} onClick={() => act(one)}>
              {actNames[one]}
            </Button>
          ))}
        </div>
      ) : (
        <p>{state === 'archived' ? '已归档。' : '现在没有需要您办理的环节。'}</p>
      )}
      <ul className="letter-steps">
        <li>
          <strong>拟稿</strong> {letter.composedBy} <Instant at={letter.composedAt} />
        </li>
        {steps.map((step) => (
          <li key={step.number}>
            <strong>{actNames[step.act]}</strong> {step.by} <Instant at={step.at} />
            {step.opinion ? <div>意见：{step.opinion}</div> : null}
            {step.facts.map(({ name, text }) => (
              <div key={name}>
                {name}：{text}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {acting ? <StepDialog act={acting} letter={letter} close={() => act(undefined)} /> : null}
    </Panel>
  );
}
