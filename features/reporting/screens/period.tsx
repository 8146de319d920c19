import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Month, monthText } from '#kernel/month';
import { Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { type PeriodBoard, periodBoard } from '../contract.ts';
import { stageNames } from '../texts.ts';
import { Chain } from './period/chain.tsx';
import { Counts } from './period/counts.tsx';
import { DaysDialog } from './period/days-dialog.tsx';
import { Differences } from './period/differences.tsx';
import { PeriodLinks } from './period/links.tsx';
import { LockDialog } from './period/lock-dialog.tsx';
import { PublishDialog } from './period/publish-dialog.tsx';
import { Requests } from './period/requests.tsx';
import { WhoMissing } from './period/who-missing.tsx';
import { texts } from './texts.ts';
import './reporting.css';

type Asked = 'days' | 'lock' | 'publish';

/** How far a month has come: its chain, who has not reported, what came after the lock. */
export function Screen({ params }: ScreenProps) {
  const month = params['month'] as Month;
  const board = useRoute(periodBoard, { month }, { everySeconds: 120 });
  const [asked, ask] = useState<Asked>();
  const data = board.data;
  const close = () => ask(undefined);
  return (
    <Page
      title={texts.periodOf(data?.period.name ?? monthText(month))}
      note={data ? [stageNames[data.period.stage], data.period.note].filter(Boolean).join('。') : null}
      acts={data ? <Acts board={data} ask={ask} /> : null}
    >
      <Shown query={board}>
        {(view) => (
          <>
            <Chain board={view} />
            <Counts board={view} />
            <Panel title={texts.whoMissing}>
              <WhoMissing board={view} />
            </Panel>
            {view.period.stage === 'open' ? null : (
              <>
                <Panel title={texts.requests}>
                  <Requests month={month} />
                </Panel>
                <Panel title={texts.differences}>
                  <Differences month={month} />
                </Panel>
              </>
            )}
          </>
        )}
      </Shown>
      {data && asked === 'days' ? <DaysDialog period={data.period} close={close} /> : null}
      {data && asked === 'lock' ? <LockDialog board={data} close={close} /> : null}
      {data && asked === 'publish' ? <PublishDialog period={data.period} close={close} /> : null}
    </Page>
  );
}

function Acts({ board, ask }: { readonly board: PeriodBoard; readonly ask: (what: Asked) => void }) {
  const { period, may } = board;
  const isOpen = period.stage === 'open';
  return (
    <>
      <Link href="/reporting">{texts.toPeriods}</Link>
      <PeriodLinks month={period.month} stage={period.stage} />
      {isOpen && may.assign ? <Button onClick={() => ask('days')}>{texts.changeDays}</Button> : null}
      {isOpen && may.lock ? <Button onClick={() => ask('lock')}>{texts.lock}</Button> : null}
      {period.stage === 'locked' && may.publish ? (
        <Button type="primary" onClick={() => ask('publish')}>
          {texts.publish}
        </Button>
      ) : null}
    </>
  );
}
