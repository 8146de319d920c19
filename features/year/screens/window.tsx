import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { Facts, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { planWindow } from '../contract.ts';
import { texts, windowStates } from '../texts.ts';
import { ApproveWindow } from './approve-window.tsx';
import { CancelWindow } from './cancel-window.tsx';
import type { OneWindow } from './one-window.ts';
import { Proposals } from './proposals.tsx';
import './year.css';

type Id = InputOf<typeof planWindow>['id'];

/** One adjustment: what stands, what is proposed, and what became of it. */
export function Screen({ params }: ScreenProps) {
  const found = useRoute(planWindow, { id: params['windowId'] as Id });
  return <Shown query={found}>{(data) => <Window data={data} />}</Shown>;
}

function Window({ data }: { readonly data: OneWindow }) {
  const { window, rows, effectiveFrom } = data;
  const [act, start] = useState<'approve' | 'cancel'>();
  const proposed = rows.filter(({ proposal }) => proposal).length;
  const { document, end } = window;
  return (
    <Page
      title={`${window.year}年${texts.windows}：${document.title}`}
      note={<Link href={`/year?year=${window.year}`}>{texts.backToYear}</Link>}
      acts={
        <>
          {data.mayCancel ? <Button onClick={() => start('cancel')}>{texts.cancel}</Button> : null}
          {data.mayApprove ? (
            <Button type="primary" disabled={proposed === 0} onClick={() => start('approve')}>
              {texts.approveAll(proposed)}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        <Facts
          facts={[
            [texts.state, windowStates[window.state]],
            [texts.days, `${window.opensOn} 至 ${window.closesOn}`],
            [texts.basisDocument, `${document.number}，${document.day}`],
            [
              texts.effectiveFrom,
              end ? (end.effectiveFrom ?? '—') : effectiveFrom ? texts.ifApproved(effectiveFrom) : '—',
            ],
            ...(end
              ? [
                  [texts.endedBy, end.by] as const,
                  end.document
                    ? ([
                        texts.approvalDocument,
                        `《${end.document.title}》（${end.document.number}）`,
                      ] as const)
                    : ([texts.reason, end.reason] as const),
                  [texts.approver, end.approver] as const,
                  [texts.plansChanged, `${end.plans} 个`] as const,
                ]
              : []),
          ]}
        />
        <p className="quiet">{texts.windowNote}</p>
      </Panel>
      <Proposals key={window.windowId} data={data} />
      {act === 'approve' ? (
        <ApproveWindow data={data} proposed={proposed} close={() => start(undefined)} />
      ) : null}
      {act === 'cancel' ? <CancelWindow windowId={window.windowId} close={() => start(undefined)} /> : null}
    </Page>
  );
}
