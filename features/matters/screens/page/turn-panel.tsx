import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Panel } from '#ui';
import type { MatterPage, OpenAction } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { ActDialog } from './act-dialog.tsx';
import { SteerDialog, type SteerName, steersOf } from './steer-dialog.tsx';

type PanelProps = { readonly page: MatterPage };

/** Whose move it is, and what this reader may do now. On a phone the acts stay at the thumb. */
export function TurnPanel({ page }: PanelProps) {
  const [acting, act] = useState<OpenAction>();
  const [steering, steer] = useState<SteerName>();
  const { turn, matter } = page;
  const actions = forwardFirst(page.actions);
  const steers = steersOf(page);
  return (
    <>
      <Panel title={pageTexts.turn}>
        <div className="matter-turn">{matter.closed ? pageTexts.nobodysTurn : turn.join('、')}</div>
        {!matter.closed && !page.asOf && actions.length === 0 ? (
          <p className="quiet">{pageTexts.noMove}</p>
        ) : null}
      </Panel>
      {actions.length + steers.length > 0 ? (
        <div className="matter-acts">
          {actions.map((one, at) => (
            <Button
              key={one.id}
              type={at === 0 && goesForward(one) ? 'primary' : 'default'}
              onClick={() => act(one)}
            >
              {one.name}
            </Button>
          ))}
          {steers.length > 0 ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: steers.map((name) => ({
                  key: name,
                  label: pageTexts[name],
                  onClick: () => steer(name),
                })),
              }}
            >
              <Button aria-haspopup="menu">
                {pageTexts.more}
                <span aria-hidden="true">▾</span>
              </Button>
            </Dropdown>
          ) : null}
        </div>
      ) : null}
      {acting ? <ActDialog page={page} action={acting} close={() => act(undefined)} /> : null}
      {steering ? <SteerDialog page={page} name={steering} close={() => steer(undefined)} /> : null}
    </>
  );
}

/** What moves the matter on comes first; what turns it back asks for a reason. */
function forwardFirst(actions: readonly OpenAction[]): readonly OpenAction[] {
  return [...actions.filter(goesForward), ...actions.filter((one) => !goesForward(one))];
}

function goesForward({ requires }: OpenAction): boolean {
  return !requires.includes('reason');
}
