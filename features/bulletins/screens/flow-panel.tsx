import { Button } from 'antd';
import { useState } from 'react';
import { Instant, Panel } from '#ui';
import type { BulletinView } from '../contract.ts';
import { actNames, stateNames } from '../texts.ts';
import { ActDialog } from './act-dialog.tsx';

type Act = BulletinView['acts'][number];
const way = Object.entries(stateNames) as [BulletinView['state'], string][];

/** Where the bulletin stands, what may be done now, and what was done. */
export function FlowPanel({ bulletin }: { readonly bulletin: BulletinView }) {
  const [acting, act] = useState<Act>();
  const { state, acts, steps, waitingFor, released } = bulletin;
  return (
    <Panel title="办理">
      <ol className="way">
        {way.map(([id, name]) => (
          <li key={id} aria-current={id === state ? 'step' : undefined}>
            {name}
          </li>
        ))}
      </ol>
      {waitingFor.length > 0 ? <p>待会签：{waitingFor.join('、')}</p> : null}
      <p className="quiet">
        {released ? '已登记公开前的保密审查。' : '未登记公开前的保密审查，不得对外公开。'}
        期号、发文字号和印章取自本单位发文系统，登记之前每页标“送审稿”。
      </p>
      {acts.length > 0 ? (
        <div className="acts" style={{ marginBottom: 12 }}>
          {acts.map((one) => (
            <Button key={one} type={one === 'return' ? 'default' : 'primary'} onClick={() => act(one)}>
              {actNames[one]}
            </Button>
          ))}
        </div>
      ) : (
        <p>{state === 'archived' ? '已办结。' : '现在没有需要您办理的环节。'}</p>
      )}
      <ul className="steps">
        <li>
          <strong>拟稿</strong> {bulletin.composedBy} <Instant at={bulletin.composedAt} />
          {bulletin.reason ? <div>重拟原因：{bulletin.reason}</div> : null}
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
      {acting ? <ActDialog act={acting} bulletin={bulletin} close={() => act(undefined)} /> : null}
    </Panel>
  );
}
